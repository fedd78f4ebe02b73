// The command line of V.250 (5.2 and 5.4): what stands between AT and the carriage return, cut into commands.
// In: the text after AT. Out: one entry a command, with its name in capitals, its form and its arguments.

export type CommandForm = "execute" | "query" | "test" | "set";

export interface Command {
  /** `+CMGR`, `&W`, `E`, `H`, …, in capitals. */
  name: string;
  form: CommandForm;
  /** Arguments without their quotes; an empty one is "". */
  args: string[];
  /** True for each argument that stood in quotes. */
  quoted: boolean[];
}

/** Cuts a command line; undefined if it follows no rule, which the modem answers with ERROR. */
export function parseCommandLine(line: string): Command[] | undefined {
  const commands: Command[] = [];
  for (let rest = line.trim(); rest !== ""; ) {
    const length = rest[0] === "+" ? extendedLength(rest) : basicLength(rest);
    if (length === 0) return undefined;
    const command = rest[0] === "+" ? parseExtended(rest.slice(0, length)) : parseBasic(rest.slice(0, length));
    if (!command) return undefined;
    commands.push(command);
    rest = rest.slice(length).replace(/^;/, "").trimStart();
  }
  return commands;
}

/** Up to the next `;` outside quotes. */
function extendedLength(text: string): number {
  let inQuotes = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') inQuotes = !inQuotes;
    else if (text[i] === ";" && !inQuotes) return i;
  }
  return text.length;
}

/** One basic command: an optional &, a letter, digits. A dial string takes the rest. */
function basicLength(text: string): number {
  if (/^D/i.test(text)) return text.length;
  return /^(?:&?[A-Z]\d*(?:\?|=\??\d*)?)/i.exec(text)?.[0].length ?? 0;
}

function parseBasic(text: string): Command | undefined {
  const match = /^(&?[A-Z])(.*)$/i.exec(text);
  if (!match) return undefined;
  const argument = match[2] as string;
  return {
    name: (match[1] as string).toUpperCase(),
    form: argument.endsWith("?") ? "query" : "execute",
    args: argument === "" || argument.endsWith("?") ? [] : [argument],
    quoted: [],
  };
}

function parseExtended(text: string): Command | undefined {
  const match = /^(\+[A-Z0-9]+)(=\?|\?|=)?(.*)$/is.exec(text);
  if (!match) return undefined;
  const name = (match[1] as string).toUpperCase();
  const tail = match[3] as string;
  if (match[2] !== "=") {
    if (tail.trim() !== "") return undefined;
    return { name, form: match[2] === "?" ? "query" : match[2] === "=?" ? "test" : "execute", args: [], quoted: [] };
  }
  return { name, form: "set", ...splitArguments(tail) };
}

function splitArguments(text: string): { args: string[]; quoted: boolean[] } {
  const fields = text.match(/(?:"[^"]*"?|[^,"]+)+|(?<=^|,)(?=,|$)/g) ?? [];
  const args = fields.map((field) => field.trim());
  return {
    args: args.map((field) => (field.startsWith('"') ? field.replace(/^"|"$/g, "") : field)),
    quoted: args.map((field) => field.startsWith('"')),
  };
}

/** Argument `index` as an integer, or `fallback` when it is absent or empty, or NaN when it is no number. */
export function integerArgument(command: Command, index: number, fallback: number): number {
  const text = command.args[index];
  if (text === undefined || text === "") return fallback;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
