// A rejection that nobody handles ends the program; one that is handled in the same turn does not.
const late = Promise.reject(new Error("handled"));
void late.catch((e) => console.log(e.message));
setTimeout(() => console.log("never printed"), 50);
setTimeout(() => {
  console.log("before");
  void Promise.reject(new RangeError("nobody catches this"));
  queueMicrotask(() => console.log("still this turn"));
}, 5);
console.log("start");
