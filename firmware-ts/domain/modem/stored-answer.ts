// The entries of the answers to AT+CMGL and AT+CMGR: whether what came over the wire is what the modem holds.
import { listHeader, type MessageHeader, readHeader } from "../at/parse.ts";
import { isOther, type ModemClient, type ModemJob, slotIn } from "./jobs.ts";

export class StoredAnswer {
  /** The octets of an entry whose length was wrong: the same again is what the modem holds. */
  private suspect = "";

  constructor(private readonly client: ModemClient) {}

  /**
   * Takes an entry in: it counts when its header is whole and its length is what the header says, or when it comes the
   * same twice.
   * @param line the entry's header
   * @returns whether the answer makes sense
   */
  accept(job: ModemJob, line: string, pdu: ReadonlyUint8Array): boolean {
    const isList = job.kind === "list";
    const header = isList ? listHeader(line) : readHeader(line);
    if (header === null) return false;
    const slot = isList ? slotIn(isOther(job.slot), header.slot) : job.slot;
    if (header.status > 1) {
      this.client.foundForeign(slot);
    } else if (hasLength(header, pdu) || this.suspect === suspectOf(slot, pdu)) {
      this.suspect = "";
      this.client.found(slot, pdu);
    } else {
      this.suspect = suspectOf(slot, pdu);
      this.client.doubtful(slot);
      return isList;
    }
    return true;
  }
}

function hasLength(header: MessageHeader, pdu: ReadonlyUint8Array): boolean {
  return pdu.length === header.length + (pdu[0] ?? 0) + 1;
}

/** A short stand-in for a PDU's octets, to know them again: slot, length and a sum. */
function suspectOf(slot: number, pdu: ReadonlyUint8Array): string {
  let sum = 0;
  for (const octet of pdu) sum = (sum * 31 + octet) & 0xffffff;
  return `${slot} ${pdu.length} ${sum}`;
}
