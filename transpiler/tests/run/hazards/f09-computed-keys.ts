//! refuse TP1001
// A computed key of a literal type is evaluated, in its place.
const say = <T>(what: string, value: T): T => {
  console.log(what);
  return value;
};
const o = { [say("k1", "x")]: say("v1", 1), [say("k2", "y")]: say("v2", 2) };
console.log(JSON.stringify(o));
