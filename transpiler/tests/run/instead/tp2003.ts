const found = [1, 2].find((n) => n > 5);
console.log(found === undefined);
