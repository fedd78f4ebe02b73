let hash = 5381;
for (const char of ["a", "b"]) hash = (Math.imul(hash, 33) + char.length) | 0;
console.log(hash);
