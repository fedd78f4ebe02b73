// An SMS-DELIVER (3GPP TS 23.040 9.2.2.1) to its fields: address, timestamp, text of both alphabets.

interface Message {
  readonly sender: string;
  readonly time: string;
  readonly text: string;
}

const DIGITS = "0123456789*#abc";

class Reader {
  private at = 0;

  constructor(private readonly octets: Uint8Array) {}

  /** The next octet; 0 behind the end. */
  next(): number {
    const octet = this.at < this.octets.length ? this.octets[this.at] : 0;
    this.at++;
    return octet;
  }

  take(count: number): Uint8Array {
    const start = this.at;
    this.at += count;
    return this.octets.subarray(start, this.at);
  }

  rest(): Uint8Array {
    return this.octets.subarray(this.at);
  }
}

function address(digits: number, type: number, octets: Uint8Array): string {
  let text = ((type >> 4) & 7) === 1 ? "+" : "";
  for (let i = 0; i < digits; i++) {
    const octet = octets[i >> 1] ?? 0xff;
    const digit = i % 2 === 0 ? octet & 15 : octet >> 4;
    if (digit === 15) break;
    text += DIGITS[digit];
  }
  return text;
}

/** Two decimal digits, the lower one first (9.2.3.11). */
function swapped(octet: number): string {
  return `${octet & 15}${octet >> 4}`;
}

function timestamp(octets: Uint8Array): string {
  const [year, month, day, hour, minute, second] = [...octets].map(swapped);
  return `20${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

function septets(octets: Uint8Array, count: number): string {
  let text = "";
  let carry = 0;
  let width = 0;
  let left = count;
  for (const octet of octets) {
    if (left === 0) break;
    text += String.fromCharCode(((octet << width) | carry) & 0x7f);
    carry = octet >> (7 - width);
    width++;
    left--;
    if (width === 7 && left > 0) {
      text += String.fromCharCode(carry);
      carry = 0;
      width = 0;
      left--;
    }
  }
  return text;
}

function ucs2(octets: Uint8Array): string {
  const units: string[] = [];
  for (let i = 0; i + 1 < octets.length; i += 2) units.push(String.fromCharCode((octets[i] << 8) | octets[i + 1]));
  return units.join("");
}

function decode(octets: Uint8Array): Message {
  const reader = new Reader(octets);
  reader.take(reader.next());
  reader.next();
  const digits = reader.next() & 31;
  const type = reader.next();
  const sender = address(digits, type, reader.take((digits + 1) >> 1));
  reader.next();
  const coding = reader.next();
  const time = timestamp(reader.take(7));
  const length = reader.next();
  const text = coding === 8 ? ucs2(reader.take(length)) : septets(reader.rest(), length);
  return { sender, time, text };
}

function octetsOf(hex: string): Uint8Array {
  const octets = new Uint8Array(hex.length >> 1);
  const value = "0123456789ABCDEF";
  for (let i = 0; i < octets.length; i++)
    octets[i] = value.indexOf(hex.charAt(2 * i)) * 16 + value.indexOf(hex.charAt(2 * i + 1));
  return octets;
}

const PDUS = [
  "07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07",
  "0791448720003023040C914477581006500008208062917314080C0047007200FC00DF00650021",
  "0791448720003023240C9144775810065000002080629173140812C8329BFD065DDF723619",
];

export function run(): string {
  const lines: string[] = [];
  for (const pdu of PDUS) {
    const { sender, time, text } = decode(octetsOf(pdu));
    lines.push(`${sender} ${time} ${text}`);
  }
  return lines.join("\n");
}
