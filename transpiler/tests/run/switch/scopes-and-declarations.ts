// Declarations inside of cases, blocks, closures over them, and values that come from switches.
const describe = (n: number): string => {
  switch (n) {
    case 0: {
      const word = "zero";
      return word;
    }
    case 1: {
      const word = ["one", "uno"];
      return word.join("/");
    }
    default: {
      const word = n * 2;
      return `${word}`;
    }
  }
};
console.log(describe(0), describe(1), describe(7));
const run = (codes: number[]): string => {
  const fs: (() => string)[] = [];
  for (const code of codes) {
    let label: string;
    switch (code % 3) {
      case 0:
        label = `zero${code}`;
        fs.push(() => label);
        label += "!";
        break;
      case 1:
        label = "one";
        fs.push(() => label + code);
        break;
      default:
        const fixed = code * 10;
        fs.push(() => `${fixed}`);
    }
  }
  return fs.map((f) => f()).join();
};
console.log(run([3, 1, 2, 6]));
const signal = (state: "red" | "green" | "off"): [string, number] => {
  let next: "red" | "green" | "off";
  let wait = 1;
  switch (state) {
    case "red":
      next = "green";
      wait = 5;
      break;
    case "green":
      next = "red";
      break;
    default:
      next = state;
  }
  return [next, wait];
};
console.log(signal("red").join(), signal("green").join(), signal("off").join());
