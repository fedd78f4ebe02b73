// A modem's octets to lines, and lines to answers: echoes, result codes, headers of messages, announcements.

const CR = 0x0d;
const LF = 0x0a;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

class LineAssembler {
  private readonly buffer = new Uint8Array(256);
  private length = 0;

  constructor(private readonly lines: string[]) {}

  accept(octets: Uint8Array): void {
    for (const octet of octets) {
      if (octet === LF) this.endLine();
      else if (octet !== CR && this.length < this.buffer.length) this.buffer[this.length++] = octet;
    }
  }

  private endLine(): void {
    if (this.length > 0) this.lines.push(decoder.decode(this.buffer.subarray(0, this.length)));
    this.length = 0;
  }
}

interface Header {
  readonly slot: number;
  readonly status: number;
  readonly length: number;
}

/** The number that up to five decimal digits stand for; -1 for any other text. */
function decimal(text: string): number {
  if (text.length < 1 || text.length > 5) return -1;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = (value * 10 + digit) & 0x1ffff;
  }
  return value;
}

function header(line: string): Header | null {
  const fields = line.slice("+CMGL: ".length).split(",");
  if (fields.length < 4) return null;
  const slot = decimal(fields[0]);
  const status = decimal(fields[1]);
  const length = decimal(fields[3]);
  return slot < 0 || status < 0 || length < 0 ? null : { slot, status, length };
}

class Answer {
  slots = 0;
  octets = 0;
  signal = -1;
  outcome = "";

  accept(line: string): void {
    if (line === "OK" || line === "ERROR") this.outcome = line;
    else if (line.startsWith("+CMGL: ")) this.list(header(line));
    else if (line.startsWith("+CSQ: ")) this.signal = decimal(line.slice(6, line.indexOf(",")));
  }

  private list(found: Header | null): void {
    if (found === null) return;
    this.slots++;
    this.octets += found.length;
  }
}

const WIRE = new TextEncoder().encode(
  'AT+CMGL=4\r\r\n+CMGL: 1,0,"",24\r\n0791448720003023240DD0E474D81C0E\r\n+CMGL: 12,1,"",155\r\n' +
    "07914487\r\n+CMGL: 3,x,,9\r\n\r\nOK\r\n\r\n+CSQ: 17,0\r\n\r\nOK\r\n",
);

export function run(): string {
  const lines: string[] = [];
  const assembler = new LineAssembler(lines);
  for (let i = 0; i < WIRE.length; i += 16) assembler.accept(WIRE.subarray(i, i + 16));
  const answer = new Answer();
  for (const line of lines) answer.accept(line);
  return `${lines.length} ${answer.slots} ${answer.octets} ${answer.signal} ${answer.outcome}`;
}
