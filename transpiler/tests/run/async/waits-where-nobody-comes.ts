// A function that waits in code that never runs is an async function all the same, and a generator a generator.
const ON = 1;
const OFF = 0;
async function never(): Promise<string> {
  if (ON) return "not waited";
  else {
    const n = await Promise.resolve(1);
    return `${n}`;
  }
}
async function loop(): Promise<number> {
  let n = 0;
  while (OFF) n += await Promise.resolve(1);
  return n;
}
async function both(): Promise<string> {
  if (OFF || false) await never();
  if (!ON) await loop();
  return "both";
}
function* none(): Generator<number> {
  if (false) yield 1;
  while (0) yield 2;
}
function* some(deep: boolean): Generator<number> {
  if (deep) yield 3;
}
async function main(): Promise<void> {
  console.log(await never(), await loop(), await both());
  console.log([...none()].length, [...some(true)].length, [...some(false)].length);
  for (const n of none()) console.log(n);
}
void main();
