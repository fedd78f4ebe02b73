// Positions and counts beyond what the device's small integers hold are as far as the end, or the beginning.
const far = (n: number): number => n;
const text = "hello";
const astral = "a😀b";
const list = [1, 2, 3];
const bytes = new Uint8Array([1, 2, 3]);
for (const n of [2 ** 31, -(2 ** 31), 2 ** 40, -(2 ** 40), 9007199254740991, 2 ** 30, 2 ** 31 - 1]) {
  const to = far(n);
  console.log(`${n}`);
  console.log(text.slice(to), text.slice(0, to), text.slice(to, 3), astral.slice(to), astral.slice(0, to));
  console.log(text.substring(to), text.substring(0, to), text.substring(to, 2), astral.substring(1, to));
  console.log(text.charAt(to), text.indexOf("l", to), text.startsWith("h", to), astral.indexOf("b", to));
  console.log(list.slice(to).join(), list.slice(0, to).join(), list.slice(to, 2).join());
  console.log([...list].splice(to, 1).join(), [...list].splice(0, to).join(), [...list].splice(to, to).join());
  console.log([...bytes.slice(to)].join(), [...bytes.slice(0, to)].join(), [...bytes.subarray(0, to)].join());
  console.log([...bytes.subarray(to)].join(), bytes.indexOf(3, to));
  console.log(
    `${list[to] ?? "none"}`,
    `${text[to] ?? "none"}`,
    `${bytes[to] ?? "none"}`,
    `${text.codePointAt(to) ?? "none"}`,
  );
  console.log(text.endsWith("o", to), text.includes("e", to), text.lastIndexOf("l", to), astral.lastIndexOf("b", to));
  console.log(
    text.at(to) ?? "none",
    list.at(to) ?? "none",
    bytes.at(to) ?? "none",
    list.indexOf(3, to),
    list.includes(1, to),
  );
  console.log(
    list.lastIndexOf(1, to),
    [...list].fill(0, to).join(),
    [...list].fill(0, 0, to).join(),
    [...list].copyWithin(0, to).join(),
  );
  console.log(
    [...list].copyWithin(to, 1).join(),
    [...bytes.slice().fill(9, to)].join(),
    [...bytes.slice().copyWithin(1, to)].join(),
  );
  console.log("a,b,c".split(",", to >>> 0).join(" "), text.slice(to > 0 ? undefined : to).length);
  console.log(new Uint8Array(bytes.buffer.slice(to)).length, new Uint8Array(bytes.buffer.slice(0, to)).length);
  if (to < 0) console.log(text.padStart(to, "-"), text.padEnd(to));
  console.log(`${1 << to} ${7 >> to} ${-1 >>> to}`);
}
