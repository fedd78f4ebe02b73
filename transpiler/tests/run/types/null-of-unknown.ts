//! refuse TP2002
// Of unknown null alone cannot be told from undefined: a test of both can.
const describe = (value: unknown): string => (value === null ? "null" : "something else");
console.log(describe(null), describe(undefined), describe(1));
