// Renamed imports, re-exports, namespaces, classes and types across modules.
import { make, Shape as Base, type Named } from "./shapes.ts";
import * as tools from "./tools.ts";
import { twice as doubled, PI_TIMES_100 } from "./index.ts";

const square: Named = make("square", 4);
console.log(square.name, square instanceof Base, doubled("ab"), PI_TIMES_100);
console.log(tools.twice("x"), tools.join(["a", "b"]), tools.VERSION);
class Circle extends Base {
  override describe(): string {
    return `round ${super.describe()}`;
  }
}
console.log(new Circle("circle", 0).describe(), make("triangle", 3).describe());
const twice = (n: number): number => n + n;
console.log(twice(4), Base.made);
