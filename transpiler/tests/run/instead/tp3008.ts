const tenths = 15;
console.log(`${Math.floor(tenths / 10)}.${tenths % 10}`);
