// A variable that a function reads before its line has run is an error at that place, and never an old value.
let level = 1;
function read(): number {
  return later + level; //! stops
}
try {
  console.log(read());
} catch (e) {
  console.log((e as Error).name);
}
const later = 5;
console.log(read());
