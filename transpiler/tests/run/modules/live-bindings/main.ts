// An exported variable is seen as it is now, not as it was at the import.
import { count, increment, reset, history } from "./counter.ts";
import { describe, limit } from "./describe.ts";

console.log(count, limit, describe());
increment();
increment(5);
console.log(count, describe(), history.join());
reset();
console.log(count, describe(), history.length);
const show = (): number => count;
increment(limit);
console.log(show(), describe());
