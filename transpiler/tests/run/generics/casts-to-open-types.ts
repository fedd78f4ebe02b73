//! refuse TP2006
// What a conditional type stands for is known where the function is used, and nowhere else: nothing tests it.
type ElementOf<T> = T extends readonly (infer U)[] ? U : T;
const first = <T extends readonly unknown[]>(items: T): ElementOf<T> | undefined =>
  items[0] as ElementOf<T> | undefined;
console.log(first([7, 8]), first(["x"] as const), first([]));
