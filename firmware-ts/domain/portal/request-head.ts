// The head of a request (RFC 9112 3 and 5), as strictly as a browser writes it: what is odd is refused, as nobody honest sends
// it here. Only what the portal asks for is kept.

/** Octets of a head with the empty line at its end; browsers send some 500. */
export const HEAD_OCTETS_MAX = 2048;
const BAD_REQUEST = 400;
/** Beyond it the exact number is of no interest. */
const LENGTH_DIGITS_MAX = 5;
const LENGTH_MAX = 99999;

export interface RequestHead {
  /** 0, or the status that the head itself deserves. */
  readonly status: int<0, 599>;
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly host: string;
  /** "" none, as in all other fields. */
  readonly origin: string;
  readonly type: string;
  readonly token: string;
  /** Octets of the body; -1 nobody says how many. */
  readonly length: int<-1, 99999>;
}

/** @param text the head, without the empty line at its end; ASCII without control characters but CR, LF and TAB */
export function readHead(text: string): RequestHead {
  const lines = text.split("\r\n");
  const [method = "", target = "", version = "", rest] = (lines[0] ?? "").split(" ");
  const isLine = rest === undefined && method !== "" && target.startsWith("/") && version.startsWith("HTTP/1.");
  let status: int<0, 599> = isLine ? 0 : BAD_REQUEST;
  let host = "";
  let origin = "";
  let type = "";
  let token = "";
  let length: int<-1, 99999> = -1;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const colon = line.indexOf(":");
    // A name has no blank in it, and a line that begins with one would go on with the one before (obsolete, RFC 9112 5.2).
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase();
    if (name === "" || name.includes(" ") || name.includes("\t") || line.includes("\r") || line.includes("\n")) {
      status = BAD_REQUEST;
      break;
    }
    const value = line.slice(colon + 1).trim();
    // Twice the same of these is two opinions on what this is.
    const isAgain =
      (name === "host" && host !== "") ||
      (name === "origin" && origin !== "") ||
      (name === "content-length" && length >= 0);
    if (isAgain || name === "transfer-encoding") status = BAD_REQUEST;
    if (name === "host") host = value;
    else if (name === "origin") origin = value;
    else if (name === "content-type") type = value;
    else if (name === "x-setup-token") token = value;
    else if (name === "content-length") {
      const octets = lengthIn(value);
      if (octets < 0) status = BAD_REQUEST;
      length = octets;
    }
  }
  const [path = ""] = target.split("?");
  return { status, method, path, host, origin, type, token, length };
}

/** -1 for what is no number. */
function lengthIn(value: string): int<-1, 99999> {
  if (value === "") return -1;
  let length = 0;
  for (let at = 0; at < value.length; at++) {
    const digit = value.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    length = Math.min(length * 10 + digit, LENGTH_MAX);
  }
  return value.length > LENGTH_DIGITS_MAX ? LENGTH_MAX : length;
}

/** Looks for the end of a head in what comes in pieces. */
export class HeadScan {
  /** Octets of its end (CR LF CR LF) that came last: 0 to 3. */
  private seen: int<0, 3> = 0;

  /**
   * @param octets whose first `count` come next
   * @returns where the head ends in them, behind the empty line; 0 it goes on; -1 it holds what no head holds: a control
   * character, or what is not ASCII
   */
  take(octets: ReadonlyUint8Array, count: number): number {
    let { seen } = this;
    for (let at = 0; at < count; at++) {
      const octet = octets[at] ?? 0;
      if (octet >= 0x20 && octet < 0x7f) {
        seen = 0;
        continue;
      }
      if (octet === 0x0d) seen = seen === 2 ? 3 : 1;
      else if (octet === 0x0a && seen === 3) return at + 1;
      else if (octet === 0x0a && seen === 1) seen = 2;
      else if (octet === 0x09) seen = 0;
      else return -1;
    }
    this.seen = seen;
    return 0;
  }
}
