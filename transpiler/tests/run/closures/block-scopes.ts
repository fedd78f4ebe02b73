// Blocks, switch cases and loop bodies make variables anew at each entry.
const readers: (() => string)[] = [];
for (const kind of ["a", "b", "c"]) {
  switch (kind) {
    case "a": {
      let own = `case ${kind}`;
      readers.push(() => own);
      own += "!";
      break;
    }
    default: {
      const own = kind.repeat(2);
      readers.push(() => own);
    }
  }
}
for (const read of readers) console.log(read());
let fresh = 0;
const values: number[] = [];
do {
  let untouched: number | undefined;
  values.push(untouched ?? -1);
  untouched = fresh;
  values.push(untouched);
} while (++fresh < 3);
console.log(values.join());
let hidden = "kept";
{
  const hidden = "block";
  readers.push(() => hidden);
}
readers.push(() => hidden);
hidden = "changed";
console.log(readers[3](), readers[4]());
