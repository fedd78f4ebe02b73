// ??=, ||= and &&= assign only when they have to.
let reads = 0;
class Store {
  value: number | undefined;
  text = "";
  flag = true;
  get box(): Store {
    reads += 1;
    return this;
  }
}
const store = new Store();
store.value ??= 0;
store.value ??= 9;
store.text ||= "filled";
store.text ||= "again";
store.flag &&= false;
store.flag &&= true;
console.log(store.value, store.text, store.flag);
store.box.value ??= 4;
console.log(reads, store.value);
store.value = undefined;
store.box.value ??= 4;
console.log(reads, store.value);
let count: number | undefined;
const first = (count ??= 10);
const second = (count ??= 20);
console.log(first, second, count);
const map = new Map<string, number | undefined>([["set", undefined]]);
console.log(map.has("set"), map.get("set"), map.size);
