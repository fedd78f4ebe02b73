// A compiler to bytecode and a virtual machine: arithmetic, variables, jumps and calls.
const enum Op {
  Push,
  Load,
  Store,
  Add,
  Sub,
  Mul,
  Less,
  JumpIfZero,
  Jump,
  Print,
  Call,
  Return,
  Halt,
}
const NAMES: Record<string, Op> = {
  push: Op.Push,
  load: Op.Load,
  store: Op.Store,
  add: Op.Add,
  sub: Op.Sub,
  mul: Op.Mul,
  less: Op.Less,
  jz: Op.JumpIfZero,
  jmp: Op.Jump,
  print: Op.Print,
  call: Op.Call,
  ret: Op.Return,
  halt: Op.Halt,
};
function assemble(source: string): Int16Array {
  const labels = new Map<string, number>();
  const words: string[] = [];
  for (const word of source.split(" ")) {
    if (word.endsWith(":")) labels.set(word.slice(0, -1), words.length);
    else if (word !== "") words.push(word);
  }
  const code = new Int16Array(words.length);
  words.forEach((word, i) => {
    code[i] = NAMES[word] ?? labels.get(word) ?? parseInt(word, 10);
  });
  return code;
}
function run(code: Int16Array, limit = 10000): string {
  const stack: number[] = [];
  const calls: number[] = [];
  const variables = new Int32Array(8);
  const out: number[] = [];
  const pop = (): number => {
    const value = stack.pop();
    if (value === undefined) throw new RangeError("stack is empty");
    return value;
  };
  for (let pc = 0, steps = 0; steps < limit; steps++) {
    const op = code[pc++];
    switch (op) {
      case Op.Push:
        stack.push(code[pc++]);
        break;
      case Op.Load:
        stack.push(variables[code[pc++] & 7]);
        break;
      case Op.Store:
        variables[code[pc++] & 7] = pop();
        break;
      case Op.Add:
      case Op.Sub:
      case Op.Mul:
      case Op.Less: {
        const b = pop();
        const a = pop();
        stack.push(
          op === Op.Add ? (a + b) | 0 : op === Op.Sub ? (a - b) | 0 : op === Op.Mul ? Math.imul(a, b) : a < b ? 1 : 0,
        );
        break;
      }
      case Op.JumpIfZero: {
        const to = code[pc++];
        if (pop() === 0) pc = to;
        break;
      }
      case Op.Jump:
        pc = code[pc];
        break;
      case Op.Print:
        out.push(pop());
        break;
      case Op.Call:
        calls.push(pc + 1);
        pc = code[pc];
        break;
      case Op.Return: {
        const to = calls.pop();
        if (to === undefined) return `${out.join()} returned`;
        pc = to;
        break;
      }
      default:
        return `${out.join()} halted after ${steps}`;
    }
  }
  return `${out.join()} out of steps`;
}
const factorial =
  "push 1 store 0 push 1 store 1 loop: load 1 push 13 less jz end load 0 load 1 mul store 0 load 1 push 1 add store 1 load 0 print jmp loop end: halt";
console.log(run(assemble(factorial)));
console.log(run(assemble("push 5 call double call double print halt double: push 2 mul ret")));
console.log(run(assemble("spin: jmp spin"), 50), run(assemble("ret")), run(assemble("push -7 push 3 sub print halt")));
try {
  run(assemble("add"));
} catch (e) {
  console.log((e as Error).message);
}
