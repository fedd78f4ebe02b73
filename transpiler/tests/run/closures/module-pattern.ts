// Private state behind functions: an id generator, a registry with several views, a toggler that is shared.
const ids = (() => {
  let next = 1;
  const free: number[] = [];
  return {
    take: (): number => free.pop() ?? next++,
    give: (id: number): void => {
      free.push(id);
    },
    get used(): number {
      return next - 1 - free.length;
    },
  };
})();
const [a, b] = [ids.take(), ids.take()];
ids.give(a);
console.log(a, b, ids.take(), ids.take(), ids.used);
function registry() {
  const names: string[] = [];
  const listeners: ((name: string) => void)[] = [];
  const add = (name: string): number => {
    names.push(name);
    for (const listener of listeners) listener(name);
    return names.length;
  };
  const onAdd = (listener: (name: string) => void): (() => void) => {
    listeners.push(listener);
    return () => void listeners.splice(listeners.indexOf(listener), 1);
  };
  return { add, onAdd, list: () => [...names], size: () => names.length };
}
const r = registry();
const seen: string[] = [];
const stop = r.onAdd((n) => seen.push(n));
r.onAdd((n) => {
  if (n.length === 1) r.add(n + n);
});
console.log(r.add("x"), r.add("yes"));
stop();
r.add("late");
const copy = r.list();
copy.push("not kept");
console.log(seen.join(), r.list().join(), r.size());
const [get, set] = ((initial: string): [() => string, (v: string) => void] => {
  let value = initial;
  return [() => value, (v) => void (value = v || value)];
})("first");
set("second");
set("");
console.log(get());
