// Parameters are captured too, each call has its own.
function greeter(name: string, marks = 1): () => string {
  name = name.trim();
  const text = (): string => `hi ${name}${"!".repeat(marks)}`;
  marks += 1;
  return text;
}
const amy = greeter(" amy ");
const bob = greeter("bob", 0);
console.log(amy(), bob(), greeter("cat", 3)());
function accumulate(...values: number[]): (n: number) => number {
  return (n) => {
    values.push(n);
    return values.length;
  };
}
const values = accumulate(1, 2);
console.log(values(3), values(4), accumulate()(9));
const destructured =
  ({ a, b }: { a: number; b: number }) =>
  (): number => {
    a += b;
    return a;
  };
const step = destructured({ a: 1, b: 5 });
console.log(step(), step());
