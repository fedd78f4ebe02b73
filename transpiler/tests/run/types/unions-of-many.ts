// Values of several types in arrays, maps, parameters and fields; printed, compared and counted by type.
type Cell = string | number | boolean | null;
const row: Cell[] = ["a", 1, true, null, "", 0, false, -1];
console.log(row.map((c) => (c === null ? "null" : `${c}`)).join("|"), row.length);
const counts = { text: 0, number: 0, flag: 0, empty: 0 };
for (const cell of row) {
  if (cell === null) counts.empty++;
  else if (typeof cell === "string") counts.text++;
  else if (typeof cell === "number") counts.number++;
  else counts.flag++;
}
console.log(JSON.stringify(counts), JSON.stringify(row));
const csv = (cells: Cell[]): string =>
  cells.map((c) => (typeof c === "string" ? `"${c}"` : c === null ? "" : String(c))).join(";");
console.log(csv(row), csv([]) === "");
class Register {
  private value: Cell = null;
  set(value: Cell): this {
    this.value = value;
    return this;
  }
  get type(): string {
    return this.value === null ? "null" : typeof this.value;
  }
  plus(n: number): Cell {
    return typeof this.value === "number"
      ? this.value + n
      : typeof this.value === "string"
        ? this.value + n
        : this.value;
  }
}
const r = new Register();
for (const cell of row.slice(0, 4)) console.log(r.set(cell).type, r.plus(1));
const same = (a: Cell, b: Cell): boolean => a === b;
console.log(same("1", 1), same(null, null), same(true, true), same(0, false), same("", null), same(-0, 0));
const byKey = new Map<string, Cell>([
  ["n", null],
  ["t", "x"],
  ["z", 0],
]);
for (const [k, v] of byKey) console.log(k, v, byKey.has(k), v === null);
