import { type Counter, counter } from "./counter.late.ts";

// The object lives here, so it keeps its count for as long as this one wants it.
const seen: Counter = counter();
seen.add("once");
seen.add("twice");
console.log(seen.shown());
