// The token of one start, which only a page that came from the board knows: what changes something has to name it, so no other
// page in the same browser can (cross-site request forgery).

/** 128 bits, in base64url without padding (RFC 4648 5). */
export const TOKEN_OCTETS = 16;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Who has named so many wrong ones guesses. */
const WRONG_MAX = 10;

export class PortalToken {
  readonly text: string;
  private wrong = 0;

  /** @param chance TOKEN_OCTETS random octets */
  constructor(chance: ReadonlyUint8Array) {
    let text = "";
    for (let bit = 0; bit < chance.length * 8; bit += 6) {
      const pair = ((chance[bit >> 3] ?? 0) << 8) | (chance[(bit >> 3) + 1] ?? 0);
      text += ALPHABET.charAt((pair >> (10 - (bit & 7))) & 63);
    }
    this.text = text;
  }

  /** After ten wrong ones nobody changes anything until the next start. */
  isLocked(): boolean {
    return this.wrong >= WRONG_MAX;
  }

  /** Takes as long for every wrong one of the right length. A wrong one counts. */
  accepts(said: string): boolean {
    const { text } = this;
    let difference = said.length ^ text.length;
    for (let at = 0; at < text.length; at++)
      difference |= said.charCodeAt(at % Math.max(said.length, 1)) ^ text.charCodeAt(at);
    if (said !== "" && difference === 0) return true;
    this.wrong = Math.min(this.wrong + 1, WRONG_MAX);
    return false;
  }
}
