import { Counter, Dog, hit, hits, LIMIT, nameOf } from "./shapes.ts";
import { ORIGIN_X, type Point } from "./silent.ts";
import "./talking.ts";

const counter = new Counter(LIMIT);
console.log(counter.add().add().count, counter.half, Counter.made);
counter.twice = 4;
console.log(counter.count);
const point: Point = { x: ORIGIN_X, y: 2 };
console.log(point.y);
console.log(nameOf(new Dog("Rex")), JSON.stringify({ unread: 1, silent: [point.x] }));
hit();
hit();
console.log(hits);
