// CSV with quotes: parsed by a state machine, aggregated, and written back.
type State = "start" | "plain" | "quoted" | "quote";
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let state: State = "start";
  const endField = (): void => {
    row.push(field);
    field = "";
    state = "start";
  };
  const endRow = (): void => {
    endField();
    rows.push(row);
    row = [];
  };
  for (const c of text) {
    if (state === "quoted") {
      if (c === '"') state = "quote";
      else field += c;
    } else if (c === ",") endField();
    else if (c === "\n") endRow();
    else if (c === '"' && state === "start") state = "quoted";
    else if (c === '"' && state === "quote") {
      field += c;
      state = "quoted";
    } else {
      field += c;
      state = "plain";
    }
  }
  if (field !== "" || row.length > 0) endRow();
  return rows;
}
const quote = (field: string): string =>
  field.includes(",") || field.includes('"') || field.includes("\n") ? `"${field.replaceAll('"', '""')}"` : field;
const writeCsv = (rows: string[][]): string => rows.map((r) => r.map(quote).join(",")).join("\n");
const source = 'city,amount,note\nUlm,3,"a, b"\n"Köln",40,"say ""hi"""\nUlm,7,\nBonn,0,"two\nlines"';
const [header, ...records] = parseCsv(source);
console.log(header.join("|"), records.length, records.map((r) => r.length).join());
const totals = new Map<string, number>();
for (const [city, amount] of records)
  totals.set(city, (totals.get(city) ?? 0) + [...amount].reduce((n, d) => (n * 10 + d.charCodeAt(0) - 48) % 10000, 0));
for (const [city, total] of [...totals].sort(([, a], [, b]) => b - a))
  console.log(city.padEnd(6, "."), `${total}`.padStart(4));
console.log(
  writeCsv([header, ...records]) === source,
  records[1][2],
  records[3][2].length,
  parseCsv("").length,
  JSON.stringify(parseCsv(",\n,")),
);
