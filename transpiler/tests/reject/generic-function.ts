// A generic function.
function first<T>(items: readonly T[]): T | undefined { //! TP1004: generic
  return items[0];
}
console.log(first([1, 2]));
