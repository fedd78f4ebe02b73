// A read outside of an array is no error of the program: finally runs, catch does not.
const xs = [1, 2];
function read(i: number): number {
  try {
    return xs[i - 1]; //! stops
  } catch {
    return 77;
  } finally {
    console.log("finally");
  }
}
console.log(read(1));
console.log(read(0));
