import { forget, loadNext } from "late";
import * as all from "./parts.late.ts"; //! TP5007: All of it under one name
import "./parts.late.ts"; //! TP5007: An import for what the module does
import { LIMIT, make, Part, shared } from "./parts.late.ts";
import type { Part as PartType } from "./parts.late.ts";
export { make } from "./parts.late.ts"; //! TP5007: Exporting again

const parts: PartType[] = [make(1)];
const maker = make; //! TP5007: make as a value
console.log([1, 2].map(make).length, make?.(1).size); //! TP5007: make as a value
console.log(LIMIT); //! TP5007: LIMIT, which is no function of its own
console.log(new Part(2).size); //! TP5007: Part, which is no function of its own
console.log(shared(1)); //! TP5007: shared, which is no function of its own
for (const part of parts) console.log(part instanceof Part); //! TP5011
forget(maker); //! TP5010
forget(() => make(1)); //! TP5010
while (!loadNext(console.log)) console.log(all.LIMIT); //! TP5010
const both = { make }; //! TP5007: make as a value
console.log(both.make(3).size);
