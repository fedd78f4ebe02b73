// A function that names a class of the same turn of the loop before it is declared.
const made: (() => string)[] = [];
for (const text of ["a", "b"]) {
  made.push(() => new Late().text); //! TP1007: Late
  class Late {
    readonly text = text;
  }
}
console.log(made.length);
