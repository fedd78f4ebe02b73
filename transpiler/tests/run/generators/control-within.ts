// Switches, labels, try and loops around yields.
function* scanner(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    const c = text[at] as string;
    switch (c) {
      case " ":
        at++;
        continue;
      case "(":
      case ")":
        yield `paren ${c}`;
        break;
      default: {
        let word = "";
        while (at < text.length && !"() ".includes(text[at] as string)) word += text[at++] as string;
        yield `word ${word}`;
        continue;
      }
    }
    at++;
  }
}
for (const token of scanner("(add 12 (neg x))")) console.log(token);

function* grid(): Generator<string> {
  outer: for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 4; column++) {
      if (column > row) continue outer;
      if (row === 3) break outer;
      yield `${row}${column}`;
    }
  }
  yield "done";
}
console.log([...grid()].join());

function* retries(limit: number): Generator<string, boolean> {
  for (let attempt = 1; attempt <= limit; attempt++) {
    try {
      if (attempt < 3) throw new Error(`attempt ${attempt}`);
      yield "success";
      return true;
    } catch (e) {
      yield (e as Error).message;
    } finally {
      console.log("after", attempt);
    }
  }
  return false;
}
for (const limit of [2, 5]) {
  const it = retries(limit);
  let step = it.next();
  for (; !step.done; step = it.next()) console.log(step.value);
  console.log(step.value);
}

function* conditional(flag: boolean): Generator<number, void, undefined> {
  const picked = flag ? yield 1 : 2;
  if (picked === undefined || picked === 2) yield 3;
  flag && (yield 4);
  for (let i = 0; i < 2 && ((yield i) ?? true); i++);
}
console.log([...conditional(true)].join(), [...conditional(false)].join());
