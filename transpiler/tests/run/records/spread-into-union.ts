// A spread into one of several record types: the one that has all of its keys is meant, and its numbers are followed.
type Shape = { kind: "circle"; radius: number } | { kind: "rect"; width: number; height: number };
const widen = (s: Shape): Shape => (s.kind === "rect" ? { ...s, width: (s.width * 2) & 0xff } : s);
const w = widen({ kind: "rect", width: 3, height: 4 });
if (w.kind === "rect") console.log(w.width);
type E = { v: "a"; n: number } | { v: "b"; n: number } | { v: "b"; n: number; o?: number };
const mk = (k: number): E => (k > 0 ? { v: "b", n: 5 } : { v: "a", n: 1 });
const e = mk(2);
console.log(e.n, e.v === "b" ? e.n : 0);
const m2 = (e: E): E => ({ ...e, n: 77 });
const q = m2(e);
console.log(q.v === "b" ? q.n : 0, q.v === "a" ? q.n : 1);
