// What the VM throws into JavaScript when Python code raises and nothing catches it.

/** The shape of the package's PythonError: the class of the exception and MicroPython's traceback text. */
export interface PythonError extends Error {
  name: "PythonError";
  type: string;
}

export function isPythonError(error: unknown): error is PythonError {
  return error instanceof Error && error.name === "PythonError";
}

/** The two frames of ours under which a program runs; a board's traceback has no such lines. */
const OUR_FRAME = /^ {2}File "<stdin>", line \d+, in <module>\n/m;

/** The traceback as a board prints it, with a line end at its end. */
export function tracebackOf(error: PythonError): string {
  const text = error.message.replace(/\r\n/g, "\n").replace(OUR_FRAME, "");
  return text.endsWith("\n") ? text : `${text}\n`;
}

/**
 * The exit code of a program that ended by this error: that of SystemExit (None is 0, a number itself, anything else 1,
 * as in CPython's sys.exit), and 1 for every other exception.
 */
export function exitCodeOf(error: PythonError): number {
  if (error.type !== "SystemExit") return 1;
  const value = /^SystemExit: ?(.*)$/m.exec(error.message)?.[1]?.trim() ?? "";
  if (value === "" || value === "None") return 0;
  return /^-?\d+$/.test(value) ? Number(value) & 0xff : 1;
}
