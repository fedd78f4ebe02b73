// Names that the emitted Python uses itself: of the author they are still his own, beside what the emitted code means.
const bytearray = 1;
const isinstance = 2;
const Exception = 3;
const type = 4;
const max = 5;
const abs = 6;
const sorted = 7;
const open = 8;
const next = 9;
const iter = 10;
const ts_len = 11;
const _t = 12;
const _t2 = 13;
const _ts = 14;
const app = 15;
const gc = 16;
const struct = 17;
const memoryview = 18;
const property = 19;
const KeyError = 20;
const tuple = 21;
const range = 22;
const chr = 23;
const ord = 24;
const print = 25;
const str = 26;
const int = 27;
const list = 28;
const __name__ = 29;
const ts_main = 30;
const MemoryError = 31;
const _v_x = 32;
console.log(bytearray, isinstance, Exception, type, max, abs, sorted, open, next, iter, ts_len, _t, _t2, _ts, app, gc);
console.log(struct, memoryview, property, KeyError, tuple, range, chr, ord, print, str, int, list, __name__, ts_main);
console.log(MemoryError, _v_x);
function len(id: number, hash: number): number {
  const dir = id + hash;
  const set = (object: number): number => object + dir;
  return set(1);
}
const all = [3, 1, 2];
console.log(len(1, 2), Math.max(all[0] ?? 0, 2), Math.abs(-3), all.length, new Uint8Array(3).length);
for (let zip = 0; zip < 3; zip++) console.log(zip, String.fromCharCode(65 + zip), "abc".charCodeAt(zip));
all.sort((a, b) => a - b);
const map = new Map<string, number>([["a", 1]]);
for (const [key, value] of map) console.log(key, value, JSON.stringify(all), `${value}`);
const self = { print: 1, len: 2, __init__: 3, __class__: 4, keys: 5, get: 6, update: 7, _keys: 8 };
console.log(self.print + self.len + self.__init__ + self.__class__ + self.keys + self.get + self.update + self._keys);
console.log(JSON.stringify(self));
interface len2 {
  str: number;
}
interface objects {
  int: number;
}
type dict = { list: number };
const shapes: [len2, objects, dict] = [{ str: 1 }, { int: 2 }, { list: 3 }];
console.log(shapes[0].str, shapes[1].int, shapes[2].list);
class staticmethod {
  static len(): number {
    return 1;
  }
  append(n: number): number {
    return n + 1;
  }
  __init__(): number {
    return 2;
  }
  __str__(): string {
    return "str";
  }
}
const made = new staticmethod();
console.log(staticmethod.len(), made.append(1), made.__init__(), made.__str__());
