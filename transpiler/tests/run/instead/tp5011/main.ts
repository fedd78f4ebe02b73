import { circle, square } from "./shapes.late.ts";

for (const shape of [circle(), square()]) console.log(shape.isRound() ? "round" : "not round");
