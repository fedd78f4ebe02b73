// One generated program: declarations of types, functions and classes, then statements that use them, then all that is
// left in its variables.
import { Choices } from "./choices.ts";
import { declareClass } from "./classes.ts";
import { block } from "./code.ts";
import { declareFunction } from "./functions.ts";
import { partType } from "./kinds.ts";
import { Maker } from "./maker.ts";
import { show } from "./show.ts";
import { statement, statements } from "./statements.ts";
import { type Field, write } from "./types.ts";

/** What every program begins with: functions that tell when they are called, and one thing that nobody knows. */
const PRELUDE = `const noteInt = (value: number): number => {
  console.log(\`int \${value}\`);
  return value;
};
const noteText = (value: string): string => {
  console.log(\`text \${value}\`);
  return value;
};
const keep = (x: float): float =>
  Math.fround(Math.round(Math.fround(Math.max(-9999, Math.min(9999, x)) * 64)) / 64);
const short = (text: string): string => (text.length > 60 ? "cut" : text);
const yes = noteInt(1) > 0;
class Failure extends Error {
  constructor(readonly code: number) {
    super(\`failed with \${code}\`);
    this.name = "Failure";
  }
}`;

export function programOf(numbers: readonly number[]): string {
  const m = new Maker(new Choices(numbers));
  const declared = [...types(m), ...declarations(m)];
  const main = m.choices.chance(20) ? asyncMain(m) : plainMain(m);
  const last = m.choices.chance(10) ? "export default noteInt(7);" : "export {};";
  return [PRELUDE, ...declared, ...main, last, ""].join("\n");
}

function types(m: Maker): string[] {
  const lines: string[] = [];
  for (let i = m.choices.below(3); i > 0; i--) lines.push(...declareEnum(m));
  for (let i = m.choices.below(3); i > 0; i--) lines.push(...declareRecord(m));
  return lines;
}

function declareEnum(m: Maker): string[] {
  const name = m.typeName("E");
  const members = ["A", "B", "Cc"].slice(0, m.choices.between(2, 3));
  const isText = m.choices.chance(40);
  m.enums.push({ name, members, isText });
  const start = m.choices.pick([" = 1", "", " = -1", " = 1073741824"]);
  const values = members.map((member, i) =>
    isText ? `${member} = "${member.toLowerCase()}"` : `${member}${i === 0 ? start : ""}`,
  );
  return [
    `${m.choices.chance(20) ? "const enum" : "enum"} ${name} { ${values.join(", ")} }`,
    `const same${name} = (member: ${name}): ${name} => member;`,
  ];
}

function declareRecord(m: Maker): string[] {
  const name = m.typeName("R");
  const fields = Array.from({ length: m.choices.between(1, 4) }, (): Field => {
    const type = m.choices.chance(75) ? partType(m) : ({ kind: "list", item: partType(m) } as const);
    return { name: m.name("k"), type };
  });
  m.records.push({ name, fields });
  const written = fields.map((field) => `${field.name}: ${write(field.type)}`);
  return m.choices.chance(50)
    ? [`interface ${name} { ${written.join("; ")} }`]
    : [`type ${name} = { ${written.join("; ")} };`];
}

function declarations(m: Maker): string[] {
  const lines: string[] = [];
  for (let i = m.choices.between(1, 5); i > 0; i--) lines.push(...declaration(m));
  return lines;
}

function declaration(m: Maker): string[] {
  switch (m.choices.below(7)) {
    case 0:
    case 1:
      return statement(m, 0);
    case 2:
    case 3:
      return declareFunction(m, "plain", 3);
    case 4:
      return declareFunction(m, m.choices.chance(60) ? "generator" : "async", 2);
    default:
      return declareClass(m);
  }
}

function plainMain(m: Maker): string[] {
  return [...statements(m, 3, m.choices.between(4, 12)), ...ending(m)];
}

/** Two tasks that run side by side. */
function asyncMain(m: Maker): string[] {
  const tasks = [0, 1].map(() => {
    const name = m.name("main");
    const place = { form: "async", result: null, self: null, throws: false, cost: 1 } as const;
    const lines = m.within({ ...place }, () => [...statements(m, 2, m.choices.between(2, 6)), ...ending(m)]);
    return { name, lines: block(`async function ${name}(): Promise<void>`, lines) };
  });
  const starts = tasks.map(({ name }) => `void ${name}().then(() => console.log("${name} is done"));`);
  return [...tasks.flatMap(({ lines }) => lines), ...starts, `console.log("end of the module");`];
}

/** What is left in the variables in the end. */
function ending(m: Maker): string[] {
  return m.variables.flatMap(({ name, type, steps }) => {
    const text = steps ? `\`\${${name}}\`` : show(m, name, type);
    return text === null || type.kind === "closure" ? [] : [`console.log("${name}", ${text});`];
  });
}
