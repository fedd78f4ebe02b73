// Generator methods: *[Symbol.iterator], several ways through one collection, private generators.
class Matrix {
  readonly #cells: number[];
  constructor(
    readonly rows: number,
    readonly columns: number,
    fill: (r: number, c: number) => number,
  ) {
    this.#cells = [];
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) this.#cells.push(fill(r, c));
  }
  *[Symbol.iterator](): Generator<number> {
    yield* this.#cells;
  }
  *row(r: number): Generator<number> {
    for (let c = 0; c < this.columns; c++) yield this.#cells[r * this.columns + c];
  }
  *column(c: number): Generator<number> {
    for (let r = 0; r < this.rows; r++) yield this.#cells[r * this.columns + c];
  }
  *diagonal(): Generator<number> {
    for (let i = 0; i < Math.min(this.rows, this.columns); i++) yield* [...this.row(i)].slice(i, i + 1);
  }
  static *identity(n: number): Generator<string> {
    for (let r = 0; r < n; r++) yield ".".repeat(r) + "1" + ".".repeat(n - r - 1);
  }
}
const m = new Matrix(2, 3, (r, c) => r * 10 + c);
console.log([...m].join(), [...m.row(1)].join(), [...m.column(2)].join(), [...m.diagonal()].join());
let sum = 0;
for (const cell of m) sum += cell;
console.log(sum, [...Matrix.identity(3)].join("/"), Math.max(...m), new Set(m).size);
const both = [...m, ...m.column(0)];
const [first, ...rest] = m;
console.log(both.length, first, rest.join(""));
