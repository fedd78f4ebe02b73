//! refuse TP4010
// Functions as objects: properties of their own, length and name are refused.
function tick(): number {
  tick.count++;
  return tick.count;
}
tick.count = 0;
console.log(tick(), tick(), tick.name, tick.length);
