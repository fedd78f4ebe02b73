// Cuts the bytes of the USB serial port into lines for the log.

/** A line that never ends is cut here. */
const LINE_BYTES_MAX = 4000;

export class LineSplitter {
  private readonly decoder = new TextDecoder();
  private rest = "";

  constructor(private readonly onLine: (line: string) => void) {}

  write(bytes: Uint8Array): void {
    this.rest += this.decoder.decode(bytes, { stream: true });
    const lines = this.rest.split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) this.onLine(line.replace(/\r$/, ""));
    if (this.rest.length > LINE_BYTES_MAX) this.flush();
  }

  /** What has no line end, at the end. */
  flush(): void {
    if (this.rest) this.onLine(this.rest);
    this.rest = "";
  }
}
