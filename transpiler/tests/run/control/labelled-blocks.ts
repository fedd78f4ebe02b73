// break out of labelled blocks, ifs, switches and tries, through loops and finally.
const find = (xs: number[][], w: number): string => {
  let at = "no";
  search: {
    for (let r = 0; r < xs.length; r++)
      for (let c = 0; c < xs[r]!.length; c++)
        if (xs[r]![c] === w) {
          at = `${r},${c}`;
          break search;
        }
    at += "!";
  }
  return at;
};
console.log(find([[1, 2], [3]], 3), find([[1]], 9));
let log = "";
for (let i = 0; i < 4; i++) {
  inner: {
    if (i === 1) break inner;
    if (i === 2) continue;
    try {
      if (i === 3) break inner;
    } finally {
      log += "f";
    }
    log += i;
  }
  log += ".";
}
console.log(log);
a: if (log.length > 0) {
  for (const x of [1, 2]) {
    if (x === 2) break a;
    console.log(x);
  }
  console.log("never");
}
sw: switch (log.length) {
  case 0:
    break;
  default:
    for (const y of "ab") {
      if (y === "b") break sw;
      console.log(y);
    }
    console.log("never");
}
t: try {
  if (log) break t;
  console.log("never");
} finally {
  console.log("fin");
}
const f = (n: number) => {
  out: {
    mid: {
      if (n === 0) break out;
      if (n === 1) break mid;
      return "end";
    }
    return "after mid";
  }
  return "after out";
};
console.log(f(0), f(1), f(2));
