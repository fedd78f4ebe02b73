// The command line as data: which command takes which options, and what is wrong with what was typed.
import { parseArgs } from "node:util";
import { UserError } from "./user-error.ts";

export const commandNames = ["check", "build", "run", "explain", "trace"] as const;
export type CommandName = (typeof commandNames)[number];

const optionTypes = {
  out: { type: "string" },
  maps: { type: "string" },
  package: { type: "string" },
  entry: { type: "string" },
  ambient: { type: "string", multiple: true },
  noUncheckedIndexedAccess: { type: "boolean" },
  native: { type: "boolean" },
  pretty: { type: "boolean" },
  json: { type: "boolean" },
  stack: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export type OptionName = keyof typeof optionTypes;
export const optionNames = Object.keys(optionTypes) as readonly OptionName[];

interface CommandRules {
  readonly files: { readonly min: number; readonly max: number; readonly what: string };
  readonly required: readonly OptionName[];
  readonly optional: readonly OptionName[];
}

const compiling: readonly OptionName[] = ["ambient", "noUncheckedIndexedAccess", "pretty", "json", "stack"];
const oneEntry = { min: 1, max: 1, what: "one ENTRY.ts" };

const rules: Readonly<Record<CommandName, CommandRules>> = {
  check: {
    files: { min: 1, max: Number.POSITIVE_INFINITY, what: "at least one FILE.ts" },
    required: [],
    optional: compiling,
  },
  build: { files: oneEntry, required: ["out"], optional: ["maps", "package", "native", ...compiling] },
  run: { files: oneEntry, required: [], optional: ["package", ...compiling] },
  explain: {
    files: { min: 1, max: 1, what: "one FILE.ts or FILE.ts:LINE" },
    required: [],
    optional: ["entry", ...compiling],
  },
  trace: { files: { min: 0, max: 1, what: "at most one LOG" }, required: [], optional: ["maps"] },
};

export interface Arguments {
  readonly command: CommandName | "help";
  readonly files: readonly string[];
  readonly options: Options;
}

export interface Options {
  readonly out?: string | undefined;
  readonly maps?: string | undefined;
  readonly package?: string | undefined;
  readonly entry?: string | undefined;
  readonly ambient?: readonly string[] | undefined;
  readonly noUncheckedIndexedAccess?: boolean | undefined;
  readonly native?: boolean | undefined;
  readonly pretty?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly stack?: boolean | undefined;
  readonly help?: boolean | undefined;
}

/** Throws UserError with a sentence for whatever cannot be meant. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const [first, ...files] = positionals;
  if (values.help || first === "help") return { command: "help", files: [], options: values };
  if (first === undefined) throw new UserError(`Say what to do: ${commandNames.join(", ")}. --help explains them.`);
  const command = commandNames.find((name) => name === first);
  if (command === undefined) throw new UserError(`There is no command ${first}; there are ${commandNames.join(", ")}.`);
  checkOptions(command, values);
  checkFiles(command, files);
  checkPackage(values.package);
  return { command, files, options: values };
}

function parse(argv: readonly string[]): { values: Options; positionals: string[] } {
  try {
    const args = asParseArgs(argv);
    return parseArgs({ args, options: optionTypes, allowPositionals: true, allowNegative: true, strict: true });
  } catch (error) {
    // Node's message goes on with advice on positional arguments that nobody meant.
    throw new UserError((error as Error).message.split(". ")[0]?.replace(/\.?$/, ".") ?? "");
  }
}

/** `--pretty false` as tsc takes it, and `--pretty=false`, are what parseArgs calls `--no-pretty`. */
function asParseArgs(argv: readonly string[]): string[] {
  const joined = argv.flatMap((arg, i) => {
    if (arg === "--pretty" && ["true", "false"].includes(argv[i + 1] ?? "")) return [`--pretty=${argv[i + 1]}`];
    return argv[i - 1] === "--pretty" && ["true", "false"].includes(arg) ? [] : [arg];
  });
  return joined.map((arg) => ({ "--pretty=true": "--pretty", "--pretty=false": "--no-pretty" })[arg] ?? arg);
}

function checkOptions(command: CommandName, values: Options): void {
  const { required, optional } = rules[command];
  const missing = required.find((name) => values[name] === undefined);
  if (missing) throw new UserError(`${command} needs --${missing} DIR.`);
  const given = optionNames.filter((name) => values[name] !== undefined);
  const foreign = given.find((name) => !required.includes(name) && !optional.includes(name));
  if (foreign) throw new UserError(`${command} has no option --${foreign}.`);
}

function checkFiles(command: CommandName, files: readonly string[]): void {
  const { min, max, what } = rules[command].files;
  if (files.length < min || files.length > max) throw new UserError(`${command} takes ${what}.`);
}

/** Lower case: a FAT drive and the device's own file system do not agree on the rest. */
function checkPackage(name: string | undefined): void {
  if (name !== undefined && !/^[a-z_][a-z0-9_]*$/.test(name)) {
    throw new UserError(`${name} cannot be a Python package: use a-z, 0-9 and _, a letter first.`);
  }
}
