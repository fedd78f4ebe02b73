const n: number = "abc".length;
console.log(n);
