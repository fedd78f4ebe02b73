import { count } from "./counting.late.ts";
import { setting } from "./settings.ts";

setting.size = 3;
console.log(count(1));
