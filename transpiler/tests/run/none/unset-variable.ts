// What is declared without a value: functions read it only after it was given one, or the device stops.
let late!: string;
late = "given";
console.log(late);

function chosen(n: number): string {
  let text: string;
  if (n > 1) text = "many";
  else text = "few";
  const read = () => text;
  text += "!";
  return read();
}
console.log(chosen(1), chosen(2));

function deferred(): string {
  let resolve!: (value: string) => void;
  let got = "nothing";
  const start = (work: (done: (value: string) => void) => void) => work((value) => (got = value));
  start((done) => {
    resolve = done;
  });
  resolve("something");
  return got;
}
console.log(deferred());

let count: number;
function setCount(n: number): void {
  count = n % 10;
}
setCount(7);
function readCount(): number {
  return count;
}
console.log(readCount());

for (const word of ["a", "bb"]) {
  let size!: number;
  if (word.length > 0) size = word.length;
  console.log(size);
}

let absent: string | undefined;
const readAbsent = () => absent;
console.log(readAbsent());

let never: string;
const readNever = () => never; //! stops
console.log("before");
console.log(readNever());
never = "too late";
