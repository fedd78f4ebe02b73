// ?? replaces null and undefined only: 0, "" and false stay.
interface Options {
  retries?: number;
  prefix?: string;
  quiet?: boolean;
  parent: Options | null;
}
const root: Options = { retries: 0, prefix: "", quiet: false, parent: null };
const child: Options = { parent: root };
const describe = (o: Options): string =>
  `${o.retries ?? 3}|${o.prefix ?? ">"}|${o.quiet ?? true}|${o.parent?.retries ?? "root"}`;
console.log(describe(root), describe(child));
let calls = 0;
const fallback = (): number => {
  calls++;
  return 99;
};
console.log(root.retries ?? fallback(), calls, child.retries ?? fallback(), calls);
const lookup = new Map<string, number>([["zero", 0]]);
console.log(lookup.get("zero") ?? -1, lookup.get("one") ?? -1, lookup.get("zero") || -1);
child.retries ??= fallback();
child.retries ??= fallback();
root.prefix ??= "never";
console.log(child.retries, calls, root.prefix === "", (child.quiet ??= false), child.quiet);
const depth = (o: Options | null, n: number): number => (o === null ? n : depth(o.parent, n + 1));
console.log(
  depth(child, 0),
  child.parent?.parent?.prefix ?? "no grandparent",
  [null, 4, null].map((x) => x ?? 0).join(),
);
const env: Record<string, string | undefined> = { HOME: "/root", EMPTY: "" };
console.log(env.HOME ?? "?", env.EMPTY ?? "?", env.NONE ?? "?", (env.A ?? env.B ?? env.HOME) === "/root");
