// Forms of import and export outside the subset.
import * as values from "./values.ts";
import old = require("./values.ts"); //! TS1202
namespace Inner {
  export let count = 1;
  export const one = 1;
}
namespace Outer {
  import copy = Inner.count; //! TP5002: Another name for a variable that changes
  console.log(copy);
}
Inner.count += 1;
const all = Inner; //! TP5002: A namespace as a value
const module = values; //! TP5002: A namespace as a value
let changing = values.one;
changing += 1;
export default changing; //! TP5002: Another name for a variable that changes
declare namespace Nowhere { //! TP1001: only declared
  const x: number;
}
declare class Missing {} //! TP1001: only declared
declare enum Absent { //! TP1001: only declared
  A = 1,
}
console.log(all === null, module === null, old.one);
