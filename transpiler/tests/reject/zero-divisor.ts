// A divisor that may be 0.
function mean(sum: number, count: number): number {
  return Math.floor(sum / count); //! TP3003
}
const words = "a b".split(" ");
console.log(mean(10, words.length - 1));
