// Errors turned into values: retry, fall back, collect.
type Attempt = { ok: true; value: string } | { ok: false; error: Error };
function attempt(f: () => string): Attempt {
  try {
    return { ok: true, value: f() };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error : new Error("unknown") };
  }
}
let calls = 0;
function flaky(): string {
  calls++;
  if (calls < 3) throw new Error(`failure ${calls}`);
  return `worked at call ${calls}`;
}
const errors: string[] = [];
let result: Attempt = attempt(flaky);
while (!result.ok) {
  errors.push(result.error.message);
  result = attempt(flaky);
}
console.log(result.value, errors.join());
const checks: [string, () => string][] = [
  ["a", () => "fine"],
  [
    "b",
    () => {
      throw new TypeError("bad");
    },
  ],
];
for (const [name, f] of checks) {
  const r = attempt(f);
  console.log(name, r.ok ? r.value : `${r.error.name} ${r.error.message}`);
}
