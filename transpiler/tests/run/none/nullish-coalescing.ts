// ?? replaces null and undefined alone; 0, "" and false stay.
function pick(n: number | undefined, s: string | null, b: boolean | undefined): string {
  return `${n ?? -1}/${s ?? "none"}/${b ?? true}`;
}
console.log(pick(0, "", false));
console.log(pick(undefined, null, undefined));
console.log(pick(5, "x", true));
let calls = 0;
const fallback = (): number => {
  calls += 1;
  return 100;
};
const some: number | undefined = [7].find((n) => n > 1);
const none: number | undefined = [7].find((n) => n > 10);
console.log(some ?? fallback(), calls, none ?? fallback(), calls);
let cache: string | undefined;
cache ??= "first";
cache ??= "second";
console.log(cache);
const chain: string | undefined = ["x"].find((s) => s === "y");
console.log(chain ?? none ?? "end", chain ?? "x");
console.log((some ?? 0) + (none ?? 1), `${none ?? "-"}`);
