// A small Lisp: reader, environment chain, closures, special forms, printer.
type Atom = number | string;
type Expr = { readonly atom: Atom; readonly list: null } | { readonly atom: null; readonly list: readonly Expr[] };
type Value = number | boolean | Closure | readonly number[];
class Closure {
  constructor(
    readonly params: readonly string[],
    readonly body: Expr,
    readonly scope: Scope,
  ) {}
}
class Scope {
  private readonly values = new Map<string, Value>();
  constructor(private readonly outer: Scope | null) {}
  get(name: string): Value {
    for (let at: Scope | null = this; at; at = at.outer) {
      const value = at.values.get(name);
      if (value !== undefined) return value;
    }
    throw new Error(`${name} is not defined`);
  }
  set(name: string, value: Value): void {
    this.values.set(name, value);
  }
}
function read(source: string): Expr[] {
  const tokens = source
    .replaceAll("(", " ( ")
    .replaceAll(")", " ) ")
    .split(" ")
    .filter((t) => t !== "");
  let at = 0;
  const one = (): Expr => {
    const token = tokens[at++];
    if (token !== "(")
      return {
        atom:
          token >= "0" && token <= "9~"
            ? [...token].reduce((n, c) => (n * 10 + c.charCodeAt(0) - 48) % 100000, 0)
            : token,
        list: null,
      };
    const list: Expr[] = [];
    while (at < tokens.length && tokens[at] !== ")") list.push(one());
    at++;
    return { atom: null, list };
  };
  const all: Expr[] = [];
  while (at < tokens.length) all.push(one());
  return all;
}
const num = (v: Value): number => {
  if (typeof v === "number") return v;
  throw new TypeError("not a number");
};
const builtins: Record<string, ((args: Value[]) => Value) | undefined> = {
  "+": (args) => args.reduce<number>((sum, v) => (sum + num(v)) | 0, 0),
  "-": ([a, b]) => (num(a) - num(b)) | 0,
  "*": (args) => args.reduce<number>((product, v) => Math.imul(product, num(v)), 1),
  "<": ([a, b]) => num(a) < num(b),
  list: (args) => args.map(num),
};
function evaluate(e: Expr, scope: Scope): Value {
  if (e.list === null) return typeof e.atom === "number" ? e.atom : scope.get(e.atom);
  const [head, ...rest] = e.list;
  switch (head.atom) {
    case "define": {
      const value = evaluate(rest[1], scope);
      scope.set(`${rest[0].atom}`, value);
      return value;
    }
    case "if":
      return evaluate(evaluate(rest[0], scope) === false ? rest[2] : rest[1], scope);
    case "lambda":
      return new Closure(
        (rest[0].list ?? []).map((p) => `${p.atom}`),
        rest[1],
        scope,
      );
  }
  const args = rest.map((arg) => evaluate(arg, scope));
  const builtin = typeof head.atom === "string" ? builtins[head.atom] : undefined;
  if (builtin) return builtin(args);
  const f = evaluate(head, scope);
  if (!(f instanceof Closure)) throw new TypeError("not a function");
  const inner = new Scope(f.scope);
  f.params.forEach((p, i) => inner.set(p, args[i]));
  return evaluate(f.body, inner);
}
const show = (v: Value): string =>
  v instanceof Closure ? `<lambda ${v.params.join(" ")}>` : typeof v === "object" ? `(${v.join(" ")})` : `${v}`;
const global = new Scope(null);
const source =
  "(define x 5) (+ x 1 2) (define f (lambda (n) (if (< n 2) 1 (* n (f (- n 1)))))) (f 6) (define add (lambda (a) (lambda (b) (+ a b)))) ((add 3) 4) (list 1 (+ 1 1) x) (< 2 1) f (g 1) (1 2) (- f 1)";
for (const e of read(source)) {
  try {
    console.log(show(evaluate(e, global)));
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
}
