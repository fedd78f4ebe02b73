// ?. stops at null or undefined, and what follows is not evaluated.
interface Node {
  value: number;
  next?: Node;
  tags?: string[];
  visit?: (by: string) => string;
}
const tail: Node = { value: 3, tags: ["end", "last"], visit: (by) => `visited by ${by}` };
const head: Node = { value: 1, next: { value: 2, next: tail } };
console.log(head.next?.value, head.next?.next?.value, head.next?.next?.next?.value);
console.log(head.tags?.length, tail.tags?.length, tail.tags?.[1], head.tags?.[0]);
let evaluated = 0;
const name = (): string => {
  evaluated += 1;
  return "me";
};
console.log(head.visit?.(name()), evaluated, tail.visit?.(name()), evaluated);
function find(value: number): Node | null {
  for (let n: Node | undefined = head; n; n = n.next) if (n.value === value) return n;
  return null;
}
console.log(find(2)?.next?.value, find(9)?.value ?? "no node", find(3)?.tags?.join("+") ?? "no tags");
console.log((find(9)?.value ?? 0) + 1, find(9) === null, find(1) === head);
