// Imports that only types need are left out, and what they name does not run.
import { AsType, type Shape } from "./only-types";
import { Base, sides, type Shape as Other } from "./used";
// biome-ignore lint/correctness/noUnusedImports: it is what this program shows.
import { value } from "./unused";
import * as types from "./only-types";
export type { Shape } from "./only-types";
const a: Shape = { sides };
const b: Other = a;
const none: AsType | types.AsType | null = null;
class Derived extends Base implements AsType {
  text = "own";
}
console.log(b.sides, none === null, new Derived().text, new Derived().name);
