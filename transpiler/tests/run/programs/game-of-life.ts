// Conway's game of life on a torus, in bytes; oscillators and gliders come round.
class Life {
  #cells: Uint8Array;
  constructor(
    readonly width: int<1, 40>,
    readonly height: int<1, 40>,
    rows: readonly string[] = [],
  ) {
    this.#cells = new Uint8Array(width * height);
    for (const [y, row] of rows.entries())
      for (let x = 0; x < row.length; x++) if (row[x] === "#") this.#cells[y * width + x] = 1;
  }
  private at(x: number, y: number): number {
    const { width, height } = this;
    return this.#cells[((y + height) % height) * width + ((x + width) % width)];
  }
  step(): this {
    const next = new Uint8Array(this.#cells.length);
    for (let y = 0; y < this.height; y++)
      for (let x = 0; x < this.width; x++) {
        let around = 0;
        for (const dy of [-1, 0, 1])
          for (const dx of [-1, 0, 1]) if (dx !== 0 || dy !== 0) around += this.at(x + dx, y + dy);
        next[y * this.width + x] = around === 3 || (around === 2 && this.at(x, y) === 1) ? 1 : 0;
      }
    this.#cells = next;
    return this;
  }
  get population(): number {
    return this.#cells.reduce((sum, c) => sum + c, 0);
  }
  toString(): string {
    const rows: string[] = [];
    for (let y = 0; y < this.height; y++)
      rows.push(Array.from(this.#cells.subarray(y * this.width, (y + 1) * this.width), (c) => ".#"[c]).join(""));
    return rows.join("/");
  }
}
const blinker = new Life(5, 5, ["", "..#", "..#", "..#"]);
console.log(`${blinker}`, `${blinker.step()}`, blinker.step().population);
const glider = new Life(6, 6, [".#", "..#", "###"]);
const first = `${glider}`;
for (let i = 0; i < 4; i++) glider.step();
console.log(`${glider}`, glider.population);
for (let i = 0; i < 20; i++) glider.step();
console.log(`${glider}` === first, new Life(3, 3).step().population, new Life(4, 4, [".##", ".##"]).step().toString());
