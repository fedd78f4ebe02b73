import { reported } from "./report.late.ts";

const startedWith = 3;
console.log(reported(startedWith));
