// Patterns on caught errors, on results of functions, on awaited values and in loops over entries.
class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
const fetchIt = async (ok: boolean): Promise<{ body: string; headers: [string, string][] }> => {
  await null;
  if (!ok) throw new HttpError(404, "no such page");
  return {
    body: "hello",
    headers: [
      ["type", "text"],
      ["length", "5"],
    ],
  };
};
const divide = (a: number, b: number): [number, number] => (b === 0 ? [0, a] : [Math.floor(a / b), a % b]);
const [q, rest] = divide(17, 5);
console.log(q, rest, divide(3, 0).join());
const {
  body,
  headers: [[firstName], ...moreHeaders],
} = await fetchIt(true);
console.log(body, firstName, moreHeaders.length);
try {
  await fetchIt(false);
} catch (e) {
  if (!(e instanceof HttpError)) throw e;
  const { status, message, name } = e;
  console.log(status, message, name);
}
const [{ body: b1 }, b2] = await Promise.all([fetchIt(true), Promise.resolve("plain")]);
console.log(b1, b2);
for (const [name, value] of (await fetchIt(true)).headers) console.log(name, value);
for (const [i, { length }] of ["a", "bcd"].entries()) console.log(i, length);
export {};
