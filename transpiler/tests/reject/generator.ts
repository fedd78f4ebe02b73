// A generator function; its calls are refused with it.
export {};
function* count() { //! TP1002
  yield 1; //! TP1002
}
count();
