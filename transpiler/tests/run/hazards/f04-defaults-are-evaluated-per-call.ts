// A default is evaluated at each call that needs it, from left to right, and sees the parameters before it.
const collect = (item: number, into: number[] = []): number[] => {
  into.push(item);
  return into;
};
console.log(collect(1).join(), collect(2).join(), collect(3, [0]).join());
let made = 0;
const next = (): number => ++made % 100;
const stamp = (text: string, id = next(), label = `${text}#${id}`): string => label;
console.log(stamp("a"), stamp("b"), stamp("c", 9), made, stamp("d", undefined), stamp("e", undefined, undefined), made);
function range(start: number, end = start + 3, step = end > start ? 1 : -1): string {
  const out: number[] = [];
  for (let i = start; i !== end; i += step) out.push(i);
  return out.join();
}
console.log(range(1), range(5, 2), range(0, 4, 2));
class Box {
  constructor(
    readonly width = 1,
    readonly height = width * 2,
    readonly tags: string[] = ["new"],
  ) {}
}
const one = new Box();
const two = new Box(5);
one.tags.push("seen");
console.log(one.height, two.height, two.tags.join(), one.tags.join(), new Box(2, 7, []).tags.length);
const greet = ({ name = "you", times = 1 }: { name?: string; times?: number } = {}): string =>
  `hi ${name} `.repeat(times).trim();
console.log(greet(), greet({}), greet({ name: "bob" }), greet({ times: 2 }));
