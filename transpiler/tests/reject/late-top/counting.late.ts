import { log, table } from "./log.ts";
import { limit, setting } from "./settings.ts";

let calls = 0; //! TP5009: calls may change
const seen: string[] = []; //! TP5009: seen may change
const known = new Map<string, number>(); //! TP5009: known may change
const octets = new Uint8Array(3); //! TP5009: octets may change
const size = setting.size; //! TP5008: `setting` does or gives
const most = limit; //! TP5008: `limit` does or gives
const first = log("loaded"); //! TP5008: `log("loaded")` does or gives
const [one] = [1]; //! TP5009
if (size > 2) log("large"); //! TP5008: What a statement at its top does
log("loaded"); //! TP5008: What a statement at its top does

class Counter {
  static last = 0; //! TP5009: last may change
  static { //! TP5008: What a static block does
    log("class");
  }
}

namespace Inner {
  export let inner = 1; //! TP5009: inner may change
}

export function count(n: u8): number {
  calls = (calls + n) & 0xff;
  seen.push(first);
  known.set(first, most);
  octets[0] = n;
  table.name = "other"; //! TP1001: frozen
  Counter.last = Inner.inner = one & 0xff;
  return calls;
}
