//! refuse TP1001 TP4010
// BigInt, Proxy, Reflect, eval and `arguments` are refused.
const big = 2n ** 64n;
const traps = new Proxy({ a: 1 }, {});
console.log(typeof big, big.toString(), traps.a, Reflect.ownKeys(traps).length);
