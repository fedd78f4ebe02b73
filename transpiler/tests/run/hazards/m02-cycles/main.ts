//! refuse TP5001
// Two modules that use each other are refused: the order in which they run would decide what they see.
import { isEven } from "./even.ts";
console.log(isEven(10), isEven(7));
