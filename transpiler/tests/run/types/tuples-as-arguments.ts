// An item of a tuple is there: it may stand where undefined would ask for a default.
const pair: [string, number] = ["-", 2];
let changing: [number, string] = [1, "b"];
const maybe: [string, string?] = ["a"];
const shifted = (by: number, text = "none"): string => `${text.slice(by)}`;
console.log([1, 2].join(pair[0]), "abc".slice(pair[1]), "abcb".indexOf("b", pair[1]), `${Number(changing[1])}`);
changing = [2, "c"];
console.log([1, 2].join(changing[1]), "x".padStart(changing[0], changing[1]), shifted(changing[0], pair[0]));
console.log(shifted(0, maybe[1]), shifted(0, maybe[0]), pair[0] ?? "nothing", maybe[1] ?? "nothing");
if (pair[0]) console.log("true", !changing[0], pair[0] || "other");
