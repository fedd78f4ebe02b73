// What a function within a statement puts aside is not what the statement itself has put aside.
const first = (text: string): string => {
  console.log(text);
  return text;
};
const number = (n: number): number => n;
switch (number(1 << 30) << number(1)) {
  case -2147483648: {
    const made: (() => string)[] = [];
    for (let i = 0; i < 3; i++)
      made.push((): string => (first("called"), ["x", "y"]).reduce((all, x) => all + x.slice(0, 1) + i, ""));
    for (const f of made) console.log(f());
    break;
  }
}
if (number(3) > (number(4) ?? 0) - 2) {
  const joined = (): string => {
    const list = ["a", first("b")];
    return list.map((x) => x + (first(x) ?? "")).join();
  };
  console.log(joined());
}
