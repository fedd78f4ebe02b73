// Pieces of TypeScript text that know how strongly they bind: parentheses stand only where they are needed, so that the
// compiler's own sense of precedence is tried.

/** From weak to strong. */
export const LEVEL = {
  comma: 0,
  assignment: 1,
  conditional: 2,
  nullish: 3,
  or: 4,
  and: 5,
  bitOr: 6,
  bitXor: 7,
  bitAnd: 8,
  equality: 9,
  comparison: 10,
  shift: 11,
  sum: 12,
  product: 13,
  power: 14,
  unary: 15,
  postfix: 16,
  call: 17,
  atom: 18,
} as const;

export interface Code {
  readonly text: string;
  readonly level: number;
}

export function atom(text: string): Code {
  return { text, level: LEVEL.atom };
}

export function called(text: string): Code {
  return { text, level: LEVEL.call };
}

/** The text where only what binds at least so strongly may stand. */
export function at(level: number, code: Code): string {
  return code.level < level ? `(${code.text})` : code.text;
}

/** As an argument, an element, or what is assigned. */
export function argument(code: Code): string {
  return at(LEVEL.assignment, code);
}

/** The object of a member or a call. */
export function object(code: Code): string {
  const text = at(LEVEL.call, code);
  return /^[\d{]/.test(text) ? `(${text})` : text;
}

export function infix(operator: string, level: number, left: Code, right: Code): Code {
  return { text: `${at(level, left)} ${operator} ${at(level + 1, right)}`, level };
}

export function conditional(test: Code, then: Code, otherwise: Code): Code {
  const text = `${at(LEVEL.nullish, test)} ? ${argument(then)} : ${argument(otherwise)}`;
  return { text, level: LEVEL.conditional };
}

export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** `head { … }` */
export function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...indent(lines), "}"];
}
