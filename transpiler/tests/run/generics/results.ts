// Result and Option types, as programs without exceptions write them.
type Result<T, E = string> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };
function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}
function fail<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
function parse(text: string): Result<number> {
  let n = 0;
  for (const char of text) {
    const digit = char.charCodeAt(0) - 48;
    if (digit < 0 || digit > 9) return fail(`not a digit: ${char}`);
    n = (n * 10 + digit) % 1000000;
  }
  return text === "" ? fail("empty") : ok(n);
}
function map<T, U, E>(result: Result<T, E>, f: (value: T) => U): Result<U, E> {
  return result.ok ? ok(f(result.value)) : result;
}
function unwrapOr<T, E>(result: Result<T, E>, fallback: T): T {
  return result.ok ? result.value : fallback;
}
for (const text of ["12", "", "1x", "900"]) {
  const result = parse(text);
  console.log(result.ok ? `value ${result.value}` : `error ${result.error}`);
  console.log(
    unwrapOr(
      map(result, (n) => (n * 2) & 0xffff),
      -1,
    ),
    unwrapOr(
      map(result, (n) => `${n}!`),
      "none",
    ),
  );
}
function both<A, B, E>(a: Result<A, E>, b: Result<B, E>): Result<[A, B], E> {
  if (!a.ok) return a;
  if (!b.ok) return b;
  return ok([a.value, b.value]);
}
const pair = both(parse("4"), parse("5"));
if (pair.ok) console.log(pair.value[0] + pair.value[1]);
const broken = both(parse("4"), parse("?"));
if (!broken.ok) console.log(broken.error);

interface Failure {
  readonly code: number;
  readonly fatal: boolean;
}
const failed: Result<string, Failure> = fail({ code: 404, fatal: false });
if (!failed.ok) console.log(failed.error.code, failed.error.fatal);

class Option<T> {
  private constructor(private readonly inner: { value: T } | null) {}
  static some<T>(value: T): Option<T> {
    return new Option<T>({ value });
  }
  static none<T>(): Option<T> {
    return new Option<T>(null);
  }
  map<U>(f: (value: T) => U): Option<U> {
    return this.inner === null ? Option.none<U>() : Option.some(f(this.inner.value));
  }
  getOr(other: T): T {
    return this.inner === null ? other : this.inner.value;
  }
}
console.log(
  Option.some(3)
    .map((n) => n + 1)
    .getOr(0),
  Option.none<number>()
    .map((n) => n + 1)
    .getOr(0),
);
console.log(
  Option.some("a")
    .map((s) => s + s)
    .map((s) => s.length)
    .getOr(-1),
);
