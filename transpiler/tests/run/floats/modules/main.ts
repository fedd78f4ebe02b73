// Floats and the short name of Math.fround, over modules.
import twice, { f, f as round, HALF, TENTH, PI, changing, bump, type P } from "./units.ts";
import * as units from "./units.ts";
bump();
const p: P = { x: 3 };
console.log(
  f(HALF + TENTH).toFixed(4),
  round(PI * 2).toFixed(5),
  changing.toFixed(2),
  twice(p.x).toFixed(1),
  units.HALF.toFixed(1),
  units.f(7).toFixed(1),
);
