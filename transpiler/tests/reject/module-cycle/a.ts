import { b } from "./b.ts"; //! TP5001: b
export const a = b + 1;
