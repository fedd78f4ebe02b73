// A divisor that may be 0.
function mean(sum: number, count: number): number {
  return Math.floor(sum / count); //! TP3003
}
console.log(mean(10, [1, 2].length));
