// Short texts of a file that does not stay on the device. MicroPython makes a name of each text of up to ten octets, and keeps
// names for ever (py/parse.c, push_result_token; py/qstr.c); what stands in a constant tuple it loads as an object, which goes
// with the module.

import type { Expr, PythonModule, Stmt } from "../python/ast.ts";
import { stringLiteral } from "../python/literals.ts";
import { copied, nodesOf } from "../tidy/walk.ts";
import { constantOf } from "./meanings.ts";

/** MICROPY_ALLOC_PARSE_INTERN_STRING_LEN */
const NAME_OCTETS_MAX = 10;
/** Of fewer the tuple costs more than they do. */
const TEXTS_MIN = 2;

export interface TextsApart {
  readonly module: PythonModule;
  /** A line to stand before the file; "" none. */
  readonly line: string;
}

/** The texts and names that the Python says. */
export function saidIn({ body }: PythonModule): Set<string> {
  const said = new Set<string>();
  for (const node of nodesOf(body) as unknown as (Stmt | Expr)[]) {
    if (node.kind === "str") said.add(node.value);
    if (node.kind === "name") said.add(node.id);
    if (node.kind === "attribute" || node.kind === "def" || node.kind === "class") said.add(node.name);
    if (node.kind === "call") for (const { name } of node.keywords ?? []) said.add(name);
    if (node.kind === "def" || node.kind === "lambda") for (const { name } of node.params) said.add(name);
  }
  return said;
}

/**
 * @param stays names that are on the device anyway
 * @param spare names for the tuple, of which one is used that the file does not say
 */
export function textsApart(module: PythonModule, stays: ReadonlySet<string>, spare: Iterable<string>): TextsApart {
  const constants = new Map<string, string>();
  for (const statement of module.body) {
    const text = constantText(statement);
    if (text !== null) constants.set(...text);
  }
  const isShort = (text: string) => Buffer.byteLength(text) <= NAME_OCTETS_MAX && !stays.has(text);
  const texts = [...new Set(textsIn(module.body, constants))].filter(isShort);
  const said = saidIn(module);
  const name = [...spare].find((one) => !said.has(one));
  if (texts.length < TEXTS_MIN || name === undefined) return { module, line: "" };
  const places = new Map(texts.map((text, at) => [text, at]));
  const body = module.body.map((statement) => placed(statement, constants, places, name));
  return { module: { ...module, body }, line: `${name} = (${texts.map((text) => stringLiteral(text)).join(", ")})\n` };
}

/** Name and text of a constant that is in no table of names itself. */
function constantText(statement: Stmt): [string, string] | null {
  if (statement.kind !== "assign" || statement.value.kind !== "call") return null;
  const constant = constantOf(statement);
  const [value] = statement.value.args;
  return constant?.name.startsWith("_") && value?.kind === "str" ? [constant.name, value.value] : null;
}

/** Those that are said where the program runs, of the constants those that are used. */
function textsIn(body: readonly Stmt[], constants: ReadonlyMap<string, string>): string[] {
  return (nodesOf(body.filter((statement) => constantOf(statement) === null)) as unknown as (Stmt | Expr)[]).flatMap(
    (node) => {
      if (node.kind === "str") return [node.value];
      return node.kind === "name" ? (constants.get(node.id) ?? []) : [];
    },
  );
}

function placed(
  statement: Stmt,
  constants: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, number>,
  tuple: string,
): Stmt {
  return copied(statement, (node) => {
    const part = node as unknown as Stmt | Expr;
    // A constant that nobody says any more takes nothing.
    if (constantOf(part as Stmt) !== null) return node;
    const text = part.kind === "str" ? part.value : part.kind === "name" ? constants.get(part.id) : undefined;
    const at = text === undefined ? undefined : places.get(text);
    if (at === undefined) return undefined;
    const index: Expr = { kind: "int", value: BigInt(at) };
    return { kind: "index", object: { kind: "name", id: tuple }, index, span: part.span };
  }) as Stmt;
}
