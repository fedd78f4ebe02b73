// Forms of import and export outside the subset.
import * as values from "./values.ts";
export default 1; //! TP5002
console.log(values.one);
