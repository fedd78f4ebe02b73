// What the library has in this form only, or not at all.
const numbers = [3, 1, 2];
console.log([true, false].sort().length); //! TP4001: sort without a comparison
console.log(Math.sqrt(16)); //! TP4001: Math.sqrt
console.log(Math.max()); //! TP4001: Math.max()
const nested = [[1], [2]];
console.log(nested.concat([3]).length); //! TP4001: concat of an array as one item
const maybe: number | undefined = numbers.length > 2 ? 2 : undefined;
console.log("abc".indexOf("c", maybe)); //! TP4001: An argument that may be undefined
const options = { fatal: true };
console.log(new TextDecoder("utf-8", options).decode(new Uint8Array(1))); //! TP4001: TextDecoder
