// finally runs on every way out: the end, return, break, continue and throw.
const log: string[] = [];
function f(kind: string): string {
  for (const turn of ["1", "2"]) {
    try {
      log.push(`${kind}${turn}`);
      if (kind === "return") return `returned ${turn}`;
      if (kind === "break") break;
      if (kind === "continue") continue;
      if (kind === "throw") throw new Error(`thrown ${turn}`);
      log.push("through");
    } catch (error) {
      log.push((error as Error).message);
    } finally {
      log.push("finally");
    }
    log.push("after");
  }
  return "end";
}
for (const kind of ["plain", "return", "break", "continue", "throw"]) {
  console.log(f(kind), log.join(" "));
  log.length = 0;
}
function nested(): number {
  try {
    try {
      return 1;
    } finally {
      log.push("inner");
    }
  } finally {
    log.push("outer");
  }
}
console.log(nested(), log.join());
let n = 1;
function value(): number {
  try {
    return n;
  } finally {
    n = 2;
  }
}
console.log(value(), n);
