// next(value): what a yield gives; the first one is heard by nobody.
function* totals(): Generator<number, string, number> {
  let sum = 0;
  let count = 0;
  while (count < 3) {
    const given = yield sum;
    sum += given & 0xff;
    count++;
  }
  return `sum ${sum}`;
}
const it = totals();
console.log(it.next(99).value, it.next(5).value, it.next(6).value);
const end = it.next(7);
console.log(end.value, end.done);

function* dialogue(): Generator<string, number, string> {
  const name = yield "name?";
  const town = yield `town, ${name}?`;
  console.log(`${name} of ${town}`, (yield "sure?") === "yes");
  return name.length + town.length;
}
const talk = dialogue();
const answers = ["", "Ada", "Oslo", "yes"];
let reply: string | undefined;
for (let i = 0; i < answers.length; i++) {
  const { value, done } = talk.next(answers[i] as string);
  console.log(done ? "length" : "asks", value);
  reply = `${value}`;
}
console.log(reply);

function* adding(): Generator<string, void, string | undefined> {
  const parts = [(yield "one") ?? "-", (yield "two") ?? "-"];
  console.log(parts.join("+"));
  yield parts.join("") + (yield "three");
}
const adder = adding();
console.log(adder.next().value, adder.next("A").value, adder.next().value, adder.next("C").value, adder.next().done);
for (const text of adding()) console.log(text);
