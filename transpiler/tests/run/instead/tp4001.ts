const numbers = [3, 1, 2];
console.log(numbers.sort((a, b) => a - b).join());
