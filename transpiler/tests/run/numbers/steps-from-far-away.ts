// A variable that steps is taken to end somewhere: from where it begins, and only in the direction of its steps.
let at = 1_700_000_000_000;
for (let i = 0; i < 100; i++) at++;
console.log(at - 1_700_000_000_000, (at - 1_700_000_000_000) << 27, at % 7);
let down = -1_700_000_000_000;
while (down > -1_700_000_000_050) down -= 1;
console.log(-down - 1_700_000_000_000, ((-down - 1_700_000_000_000) << 26) >> 2);
const kept = new Map<string, number>();
function get(key: string): number {
  const value = kept.get(key) ?? 0;
  kept.set(key, value);
  return value;
}
function set(key: string, value: number): void {
  kept.set(key, value);
}
set("d", 9);
for (let i = 0; i < 100; i++) set(`k${i % 5}`, i);
console.log(get("k4") << 25, get("d"));
