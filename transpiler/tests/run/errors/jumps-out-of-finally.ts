// break, continue and return in a finally block take the place of whatever was on its way.
function swallowed(): string {
  for (const n of [1, 2, 3]) {
    try {
      if (n < 3) throw new Error(`lost ${n}`);
      return "kept";
    } finally {
      console.log("finally", n);
      if (n < 3) continue;
    }
  }
  return "end";
}
console.log(swallowed());

function broken(): string {
  while (true) {
    try {
      return "returned";
    } finally {
      break;
    }
  }
  return "broke out";
}
console.log(broken());

let log = "";
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; ; j++) {
    try {
      if (j === 2) throw new Error("never seen");
    } finally {
      log += `${i}${j} `;
      if (j === 2) {
        for (const k of [1, 2]) {
          if (k === i) break outer;
          if (k === 2) continue outer;
        }
      }
    }
  }
}
console.log(log);

function nested(): number {
  try {
    try {
      throw new Error("inner");
    } finally {
      for (let n = 0; n < 2; n++) {
        try {
          continue;
        } finally {
          console.log("n", n);
        }
      }
    }
  } catch (e) {
    console.log((e as Error).message);
    return 1;
  } finally {
    console.log("last");
  }
}
console.log(nested());
