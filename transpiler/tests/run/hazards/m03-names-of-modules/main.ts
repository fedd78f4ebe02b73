// Modules named like MicroPython's own, and like each other in different folders.
import { parse } from "./json.ts";
import { sleep } from "./time.ts";
import { join } from "./os/path.ts";
import { open } from "./io.ts";
import def, { gc as collect } from "./gc.ts";
console.log(parse("x"), sleep(3), join("a", "b"), open(), collect(), def.struct);
