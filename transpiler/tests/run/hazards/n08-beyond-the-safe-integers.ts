//! refuse TP3004
// A power that grows without bound would be rounded beyond 2^53 in Node: refused where nothing bounds it.
let power = 1;
for (let i = 0; i < 70; i++) power = power * 2;
console.log(power, 9007199254740992 + 1);
