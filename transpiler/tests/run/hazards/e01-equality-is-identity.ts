// === asks whether two references are the same object, never whether they look alike.
const a = [1];
const b = [1];
console.log(a === b, a === a, [a].indexOf(b), [a, b].indexOf(b), [a].includes(b), a.length === b.length);
interface Point {
  x: number;
  y: number;
}
const p: Point = { x: 1, y: 2 };
const same = p;
const copy = { ...p };
console.log(p === same, p === copy, p.x === copy.x && p.y === copy.y, p !== copy);
class Token {
  constructor(readonly id: number) {}
}
const tokens = [new Token(1), new Token(1)];
console.log(tokens[0] === tokens[1], tokens.indexOf(tokens[1]), tokens.find((t) => t === tokens[1]) === tokens[1]);
const seen = new Set<Token>([tokens[0], tokens[1], tokens[0]]);
console.log(
  seen.size,
  seen.has(new Token(1)),
  seen.has(tokens[1]),
  new Map([[tokens[0], "first"]]).get(tokens[1]) ?? "none",
);
const text = "ab";
console.log(text === "a" + "b", ["ab"].indexOf(text), new Map([["ab", 1]]).get("a" + "b"), [[1]].length === 1);
const fn = (): number => 1;
const other = (): number => 1;
console.log(fn === fn, fn === other, [fn, other].indexOf(other));
let current: Point | null = p;
const remember = (q: Point): boolean => current === q;
console.log(remember(p), remember(copy));
current = null;
console.log(remember(p), current === null);
