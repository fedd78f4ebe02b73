// Which signed commands were taken lately, so that none is taken twice: 32 of them, in octets that outlive the code for it.
// An entry is 8 octets of the signature and 4 for the command's time. Before the entries stands the time of the last one
// that had to go: what is not signed later than that cannot be told from it any more.

const ENTRIES_AT = 4;
const ENTRY_OCTETS = 12;
const NAME_OCTETS = 8;

/** Whether a command with this signature was taken. */
export function wasSeen(seen: ReadonlyUint8Array, tag: ReadonlyUint8Array): boolean {
  for (let at = ENTRIES_AT; at < seen.length; at += ENTRY_OCTETS) {
    let isSame = timeAt(seen, at + NAME_OCTETS) > 0;
    for (let i = 0; i < NAME_OCTETS; i++) if (seen[at + i] !== tag[i]) isSame = false;
    if (isSame) return true;
  }
  return false;
}

/** Commands of this time or an earlier one may have been taken, for all that is known; in seconds since 2000. */
export function forgottenUntil(seen: ReadonlyUint8Array): number {
  return timeAt(seen, 0);
}

/** The command is taken. @param time its own, in seconds since the beginning of 2000 */
export function remember(seen: Uint8Array, tag: ReadonlyUint8Array, time: number): void {
  let place = ENTRIES_AT;
  for (let at = ENTRIES_AT; at < seen.length; at += ENTRY_OCTETS) {
    if (timeAt(seen, at + NAME_OCTETS) < timeAt(seen, place + NAME_OCTETS)) place = at;
  }
  putTime(seen, 0, Math.max(timeAt(seen, place + NAME_OCTETS), forgottenUntil(seen)));
  seen.set(tag.subarray(0, NAME_OCTETS), place);
  putTime(seen, place + NAME_OCTETS, time);
}

function timeAt(octets: ReadonlyUint8Array, at: number): number {
  const high = ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
  return high * 0x10000 + (((octets[at + 2] ?? 0) << 8) | (octets[at + 3] ?? 0));
}

function putTime(octets: Uint8Array, at: number, seconds: number): void {
  const high = Math.floor(seconds / 0x10000);
  octets[at] = (high >> 8) & 0xff;
  octets[at + 1] = high & 0xff;
  octets[at + 2] = (seconds >> 8) & 0xff;
  octets[at + 3] = seconds & 0xff;
}
