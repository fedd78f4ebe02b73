// An interpreter of a tiny language: cells that wrap, jumps computed beforehand, bounded steps.
const SIZE = 64;
class Machine {
  private readonly cells = new Uint8Array(SIZE);
  private pointer = 0;
  private readonly jumps = new Map<number, number>();
  steps = 0;
  constructor(
    private readonly program: string,
    private readonly input = "",
  ) {
    const open: number[] = [];
    for (const [i, c] of [...program].entries()) {
      if (c === "[") open.push(i);
      else if (c === "]") {
        const start = open.pop();
        if (start === undefined) throw new SyntaxError(`] at ${i} closes nothing`);
        this.jumps.set(start, i).set(i, start);
      }
    }
    if (open.length > 0) throw new SyntaxError(`${open.length} open`);
  }
  run(limit: number): string {
    let out = "";
    let read = 0;
    for (let at = 0; at < this.program.length && this.steps < limit; at++, this.steps++) {
      const p = this.pointer;
      switch (this.program[at]) {
        case ">":
          this.pointer = (p + 1) % SIZE;
          break;
        case "<":
          this.pointer = (p + SIZE - 1) % SIZE;
          break;
        case "+":
          this.cells[p]++;
          break;
        case "-":
          this.cells[p]--;
          break;
        case ".":
          out += String.fromCharCode(this.cells[p]);
          break;
        case ",":
          this.cells[p] = read < this.input.length ? this.input.charCodeAt(read++) & 0xff : 0;
          break;
        case "[":
          if (this.cells[p] === 0) at = this.jumps.get(at) ?? at;
          break;
        case "]":
          if (this.cells[p] !== 0) at = this.jumps.get(at) ?? at;
          break;
      }
    }
    return out;
  }
}
const hello = new Machine("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.");
console.log(hello.run(5000), hello.steps > 500);
console.log(
  new Machine(",[.,]", "echo").run(500),
  JSON.stringify(new Machine("-.+.").run(9)),
  new Machine("+[]").run(20).length,
);
console.log(new Machine(",>,<[->+<]>.", "!\u0022").run(400), new Machine("<+.", "").run(10).charCodeAt(0));
for (const bad of ["[", "]", "[[]"]) {
  try {
    new Machine(bad);
  } catch (e) {
    console.log((e as Error).message);
  }
}
