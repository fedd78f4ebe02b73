// npm run docs:language: brings the generated parts of docs/language.md up to date.
import { writeFileSync } from "node:fs";
import { REFERENCE } from "../../src/diagnostics/reference.ts";
import { languagePage } from "./language-docs.ts";

writeFileSync(REFERENCE, languagePage());
