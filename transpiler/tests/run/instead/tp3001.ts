const cents = 1999;
console.log(`${Math.floor(cents / 100)}.${cents % 100}`);
