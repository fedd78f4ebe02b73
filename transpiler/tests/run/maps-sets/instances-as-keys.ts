// Class instances are keys by identity.
class Pin {
  constructor(readonly gpio: number) {}
}
const a = new Pin(1);
const b = new Pin(1);
const names = new Map<Pin, string>([[a, "first"]]);
names.set(b, "second");
console.log(names.size, names.get(a), names.get(b), names.get(new Pin(1)));
names.set(a, "again");
for (const [pin, name] of names) console.log(pin.gpio, name, pin === a);
const visited = new Set<Pin>();
for (const pin of [a, b, a]) {
  console.log(visited.has(pin));
  visited.add(pin);
}
console.log(visited.size, names.delete(b), names.has(b), names.size);
