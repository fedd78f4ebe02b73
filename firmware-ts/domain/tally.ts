// How often what has happened, by code: a handful of codes at most.

export class Tally {
  private readonly codes: string[] = [];
  private readonly counts: number[] = [];

  /** @param code letters and underscores, from a fixed set */
  count(code: string): void {
    const at = this.codes.indexOf(code);
    if (at < 0) {
      this.codes.push(code);
      this.counts.push(1);
    } else {
      this.counts[at] = ((this.counts[at] ?? 0) + 1) & 0x3fffffff;
    }
  }

  /** An object of JSON. */
  shown(): string {
    let shown = "";
    for (let i = 0; i < this.codes.length; i++) {
      shown += `${shown === "" ? "" : ","}"${this.codes[i] ?? ""}":${this.counts[i] ?? 0}`;
    }
    return `{${shown}}`;
  }
}
