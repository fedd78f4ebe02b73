// Methods, accessors, this and computed keys in object literals.
const counter = {
  n: 0,
  step: 2,
  up() {
    this.n = (this.n + this.step) % 100;
    return this;
  },
  get double(): number {
    return this.n * 2;
  },
  set value(v: number) {
    this.n = v % 100;
  },
  reset: () => "arrow",
};
console.log(counter.up().up().n, counter.double, counter.reset());
counter.value = 150;
console.log(counter.n, counter.double);
const key = "dyn";
const made = { [key]: 1, [`${key}2`]: 2, ["a" + "b"]: 3, 10: "ten" } as Record<string, number | string>;
console.log(JSON.stringify(made));
interface Visitor {
  number(n: number): string;
  text(t: string): string;
}
const visit = (values: (number | string)[], v: Visitor): string =>
  values.map((x) => (typeof x === "number" ? v.number(x) : v.text(x))).join();
console.log(visit([1, "a"], { number: (n) => `n${n}`, text: (t) => t.toUpperCase() }));
const make = (name: string, age: number) => ({
  name,
  age,
  greet: () => `I am ${name}`,
  older: (by: number) => age + by,
});
const ann = make("ann", 40);
console.log(ann.greet(), ann.older(2), JSON.stringify({ name: ann.name }));
const self = {
  id: 7,
  nested: {
    id: 8,
    get(): number {
      return this.id;
    },
  },
  get(): number {
    return this.id + this.nested.get();
  },
};
console.log(self.get());
