// JSON.stringify: compact, in the order of the keys, with JavaScript's escapes.
console.log(JSON.stringify("plain"), JSON.stringify(""), JSON.stringify(5), JSON.stringify(true), JSON.stringify(null));
console.log(JSON.stringify('quote " backslash \\ slash / tab \t newline \n return \r'));
console.log(JSON.stringify("\b\f\u0000\u001f\u007f\u0080\u2028"), JSON.stringify("é€😀"));
console.log(JSON.stringify("\\b \\\\ \\u0008 \\\b"), JSON.stringify("\b\f\b\b"));
const none: number[] = [];
console.log(JSON.stringify([[1], none]), JSON.stringify([[none], [none, none]]), JSON.stringify([true, false]));
console.log(JSON.stringify({ b: 1, a: { d: "x", c: [1, 2] }, empty: none }));
console.log(JSON.stringify([{ z: 1 }, { y: "\n" }]), JSON.stringify(-9007199254740991));
const key = { "with space": 1, 'quo"te': 2, é: 3 };
console.log(JSON.stringify(key), JSON.stringify(JSON.stringify("twice")));
