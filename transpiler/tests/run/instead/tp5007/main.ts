import { made, sizeMax } from "./parts.late.ts";

const part = made(2);
console.log(part.size < sizeMax(), [1, 2].map((n) => made(n & 3).size).join());
