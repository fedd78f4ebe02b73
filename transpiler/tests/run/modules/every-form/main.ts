// Every form of import and export, and what changes seen through all of them.
import "./effect";
import * as star from "./star";
import theDefault, { alter, parts, Piece, text, type Shape } from "./named-star";
import { changing, one as uno, shown, "strange name" as strange } from "./parts";
import type { Name } from "./parts";
import * as whole from "./parts";
import "./effect";
const name: Name = "n";
const shape: Shape = { sides: 4 };
console.log(star.one, star.two, uno, shown, strange, theDefault === text, theDefault, name, shape.sides);
console.log(changing, star.changing, parts.changing, whole.changing);
alter("second");
console.log(changing, star.changing, parts.changing, whole.changing);
parts.change("third");
console.log(changing, `${whole.changing}`, whole.default, parts.default.length);
console.log(new Piece("p").name, new star.Part("q").name, new parts.Part("r") instanceof Piece);
const { log } = { log: (text: string): void => console.log(text) };
log(whole.shown);
