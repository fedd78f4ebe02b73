// Results instead of exceptions: a union of two generic shapes, mapped and chained.
type Result<T, E = string> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };
const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
const fail = <E>(error: E): Result<never, E> => ({ ok: false, error });
function map<T, U, E>(r: Result<T, E>, f: (value: T) => U): Result<U, E> {
  return r.ok ? ok(f(r.value)) : r;
}
function chain<T, U, E>(r: Result<T, E>, f: (value: T) => Result<U, E>): Result<U, E> {
  return r.ok ? f(r.value) : r;
}
const parse = (text: string): Result<number> => {
  let n = 0;
  if (text === "") return fail("empty");
  for (const c of text) {
    const digit = c.charCodeAt(0) - 48;
    if (digit < 0 || digit > 9) return fail(`not a digit: ${c}`);
    n = (n * 10 + digit) % 1000000;
  }
  return ok(n);
};
const half = (n: number): Result<number> => (n % 2 === 0 ? ok(Math.floor(n / 2)) : fail(`${n} is odd`));
for (const text of ["84", "7", "", "4x", "0"]) {
  const r = chain(parse(text), half);
  console.log(JSON.stringify(text), r.ok ? `value ${r.value}` : `error ${r.error}`);
}
const lengths = map(parse("12"), (n) => `#${n}`);
console.log(lengths.ok && lengths.value, JSON.stringify(map(fail("e") as Result<number>, (n) => n + 1)));
const all = <T>(results: Result<T>[]): Result<T[]> => {
  const values: T[] = [];
  for (const r of results) {
    if (!r.ok) return r;
    values.push(r.value);
  }
  return ok(values);
};
console.log(JSON.stringify(all([parse("1"), parse("2")])), JSON.stringify(all([parse("1"), parse("x"), parse("")])));
