// console.log and Math.max of what is spread.
const words = ["a%", "b", "c"];
console.log(...words);
console.log("first", ...words, 1, ...[2, 3]);
console.log(...["%s", "x"], ...[true, null]);
console.log(...[]);
console.log(...words.slice(0, 1));
const log = (level: string, ...parts: (string | number)[]): void => console.log(`[${level}]`, ...parts);
log("info", "n", 5);
log("none");
const pass = (...args: (string | number | boolean)[]): void => console.log(...args);
pass(1, "t", false);
const none: number[] = [];
console.log(Math.max(0, ...none), Math.min(...[3, 1], 2), Math.max(...[4], ...none));
console.log(...new Set(["s", "t"]), ..."xy");
const atLeast3 = (xs: number[]): number => Math.max(3, ...xs);
const table = [5, 6];
console.log(atLeast3([]) - 3, atLeast3(table), Math.min(9, ...table, ...none), ["a", "b", "c", "d"][atLeast3([]) - 1]);
export {};
