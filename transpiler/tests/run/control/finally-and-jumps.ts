// finally with return, break, continue and throw inside of loops: which exit wins, and in which order.
const log: string[] = [];
const f = (n: number): string => {
  for (let i = 0; i < 3; i++) {
    try {
      log.push(`try${i}`);
      if (n === 0 && i === 1) return "returned";
      if (n === 1 && i === 0) continue;
      if (n === 2 && i === 1) break;
      if (n === 3 && i === 1) throw new Error("thrown");
      log.push(`end${i}`);
    } catch (e) {
      log.push((e as Error).message);
      if (i === 1) return "from catch";
    } finally {
      log.push(`fin${i}`);
    }
  }
  return "fell out";
};
for (let n = 0; n < 5; n++) {
  console.log(f(n), log.join());
  log.length = 0;
}
const nested = (): number => {
  let n = 0;
  try {
    try {
      n = 1;
      return n;
    } finally {
      n = 2;
      log.push(`inner ${n}`);
    }
  } finally {
    n = 3;
    log.push(`outer ${n}`);
  }
};
console.log(nested(), log.join());
log.length = 0;
outer: for (const a of ["x", "y", "z"]) {
  try {
    for (const b of [1, 2, 3]) {
      try {
        if (b === 2 && a === "x") continue outer;
        if (b === 3) break outer;
        log.push(a + b);
      } finally {
        log.push(`f${b}`);
      }
    }
  } finally {
    log.push(`F${a}`);
  }
}
console.log(log.join());
let depth = 0;
const recurse = (n: number): number => {
  depth++;
  try {
    return n === 0 ? depth : recurse(n - 1);
  } finally {
    depth--;
  }
};
console.log(recurse(3), depth);
