//! refuse TP4001
// An element of an array under a key of its type: what has declared members and what has elements are read differently.
const get = <T, K extends keyof T>(object: T, key: K): T[K] => object[key];
console.log(get({ id: 1 }, "id"), get(["x", "y"], 1));
