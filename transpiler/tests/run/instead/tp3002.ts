const n = [1, 2, 3].length;
console.log(Math.floor(n / 2), Math.trunc(n / 2));
