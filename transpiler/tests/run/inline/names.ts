// Bodies that stand in another function have their own variables, whatever that function calls its own, and mean by a
// module's name what they meant.
const said: string[] = [];
const limit = ["the module's limit"];
const unit = ["the module's unit"];

function outer(text: string): string {
  const made = `outer ${text}`;
  const result = inner(text);
  const other = second(result);
  return `${made}|${result}|${other}`;
}
function inner(text: string): string {
  const made = `inner ${text}`;
  const other = `${made}!`;
  return other;
}
function second(made: string): string {
  const text = made.toUpperCase();
  const result = `${text} ${made}`;
  return result;
}
console.log(outer("x"));

/** Its own variable hides what the body means. */
function hides(n: number): string {
  const limit = `own ${n}`;
  const shown = shownLimit();
  return `${limit} ${shown}`;
}
function shownLimit(): string {
  said.push("limit");
  return limit.join();
}
console.log(hides(1));

/** A name that only bodies have: one as its own, another as the module's. */
function mixes(): string {
  const a = ownUnit("a");
  const b = moduleUnit();
  const c = ownLimit("c");
  return `${a} ${b} ${c}`;
}
function ownUnit(text: string): string {
  const unit = `own ${text}`;
  said.push(unit);
  return `${unit}.`;
}
function moduleUnit(): string {
  said.push("unit");
  return unit.join();
}
function ownLimit(text: string): string {
  const unit = `third ${text}`;
  const limit = `${unit} limit`;
  said.push(limit);
  return `${limit};`;
}
console.log(mixes(), unit.join(), limit.join());

/** One body means the module's, and the next has its own. */
function mixesAgain(): string {
  const a = moduleLimit();
  const b = limitOfItsOwn("b");
  return `${a} ${b}`;
}
function moduleLimit(): string {
  said.push("limit again");
  return limit.join();
}
function limitOfItsOwn(text: string): string {
  const limit = `own ${text}`;
  said.push(limit);
  return `${limit},`;
}
console.log(mixesAgain());

/** In a loop each call begins anew; bodies within bodies. */
function rounds(n: number): string {
  let all = "";
  for (let i = 0; i < n; i++) {
    round(i);
    all = `${all}${i}`;
  }
  return all;
}
function round(i: number): void {
  const i2 = i & 1;
  let text = "";
  if (i2 === 0) text = "even";
  const n = deeper(text);
  said.push(`${i} ${text} ${n}`);
}
function deeper(text: string): string {
  let i = "none";
  for (const letter of text) i = deepest(letter);
  return i;
}
function deepest(letter: string): string {
  const text = letter;
  const all = `${text}${text}`;
  return all;
}
console.log(rounds(3));

/** What a closure shares is not what a body has. */
function shares(): string {
  let n = 1;
  const more = () => {
    n = (n + 1) & 7;
    return n;
  };
  const given = takes(n, more);
  return `${given} ${n}`;
}
function takes(n: number, more: () => number): string {
  const now = more();
  const text = `${n} ${now} ${more()}`;
  return text;
}
console.log(shares());

function caught(text: string): string {
  try {
    checks(text);
    return "fine";
  } catch (error) {
    return shownError(String(error));
  }
}
function checks(text: string): void {
  try {
    if (text === "bad") throw new TypeError(text);
  } catch (error) {
    said.push(String(error));
    throw new RangeError("again");
  }
}
function shownError(text: string): string {
  const error = `caught ${text}`;
  return error;
}
console.log(caught("good"), caught("bad"));
console.log(said.join("\n"));
