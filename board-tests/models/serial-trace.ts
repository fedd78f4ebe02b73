// Cuts a stream of bytes into printable lines for the log.

/** Lines are cut here, so that binary garbage does not gather for ever. */
const LINE_LENGTH_MAX = 400;

export class LineCutter {
  private text = "";

  /** Takes one byte and returns a finished line, without its line end, or undefined. Empty lines are left out. */
  push(byte: number): string | undefined {
    if (byte === 0x0d || byte === 0x0a) return this.flush();
    this.text += printable(byte);
    return this.text.length >= LINE_LENGTH_MAX || byte === 0x1a ? this.flush() : undefined;
  }

  /** What has gathered without a line end, such as a prompt; undefined if there is nothing. */
  flush(): string | undefined {
    const line = this.text;
    this.text = "";
    return line === "" ? undefined : line;
  }
}

function printable(byte: number): string {
  if (byte === 0x1a) return "<Ctrl-Z>";
  if (byte === 0x1b) return "<ESC>";
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return `\\x${byte.toString(16).padStart(2, "0")}`;
}
