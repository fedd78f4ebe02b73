// npm run roots: writes the certificates of scripts/roots/roots.ts into firmware-ts/roots.
import { mkdirSync } from "node:fs";
import { ROOTS, ROOTS_FOLDER, writeRoots } from "./roots/roots.ts";

mkdirSync(ROOTS_FOLDER, { recursive: true });
writeRoots();
for (const { name, title, until } of ROOTS) console.log(`${name.padEnd(24)} ${title}, until ${until}`);
