import { forget } from "late";
import { answered } from "./answers.late.ts";

console.log(answered("how much"));
forget(answered);
