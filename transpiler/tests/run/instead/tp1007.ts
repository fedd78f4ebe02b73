const made: (() => string)[] = [];
for (const n of [1, 2]) {
  class Late {
    readonly text = `late ${n}`;
  }
  made.push(() => new Late().text);
}
console.log(made.map((make) => make()).join());
