// Imports of what is no TypeScript of the program.
import { readFileSync } from "node:fs"; //! TP5005: module of Node
import { debounce } from "lodash"; //! TP5005: no module of the program
import { missing } from "./missing.ts"; //! TP5005: There is no file
debounce(missing(readFileSync("a")));
