const n = [1].length;
console.log(n === 1, n !== 2);
