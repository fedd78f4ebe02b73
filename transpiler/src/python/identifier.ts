// What may stand as a name: the last guard against text that would be a syntax error, or other code, on the device.
import { InternalError } from "../diagnostics/internal-error.ts";

/** MicroPython's lexer (py/lexer.c): ASCII letters, digits and _, and everything outside ASCII. */
const IDENTIFIER = /^[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*$/u;

/** MicroPython's keywords (py/lexer.c, tok_kw), but for None, True and False. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "and as assert async await break class continue def del elif else except finally for from global if import in is " +
    "lambda nonlocal not or pass raise return try while with yield __debug__"
  ).split(" "),
);

/** The name itself; throws InternalError for one that Python cannot read as a name. */
export function identifier(name: string): string {
  if (!IDENTIFIER.test(name) || KEYWORDS.has(name)) throw new InternalError(`${JSON.stringify(name)} as a Python name`);
  return name;
}

/** The same for the dotted name of a module. */
export function modulePath(name: string): string {
  return name.split(".").map(identifier).join(".");
}
