const n = Number("12x");
console.log(Number.isNaN(n) ? 0 : n, Number("7") || 0);
