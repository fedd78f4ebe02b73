// The generated parts of docs/language.md, from the compiler's own tables: what of the syntax is lowered or refused, what
// the library declares, and a section for each code, with the program of tests/reject that gets it.
import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { compile } from "../../src/compile.ts";
import { findings } from "../../src/diagnostics/catalogue.ts";
import { REFERENCE } from "../../src/diagnostics/reference.ts";
import { expressionTable } from "../../src/program/expressions.ts";
import { statementTable } from "../../src/program/statements.ts";
import { expectationsIn, findPrograms } from "./programs.ts";

const instead = fileURLToPath(new URL("../run/instead", import.meta.url));
const rejected = fileURLToPath(new URL("../reject", import.meta.url));
const library = fileURLToPath(new URL("../../lib/lib.subset.d.ts", import.meta.url));
/** An example of more characters says less than its sentence. */
const EXAMPLE_MAX = 1500;

const SECTIONS: Readonly<Record<string, () => string>> = { syntax, library: libraryTable, codes };

/** The page as it should be: `<!-- generated: name -->` to `<!-- end -->` is replaced. */
export function languagePage(): string {
  const page = readFileSync(REFERENCE, "utf8");
  return page.replace(/(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g, (_, open, name, close) => {
    return `${open}${SECTIONS[name]?.() ?? ""}${close}`;
  });
}

function syntax(): string {
  const rows = [...Object.entries(statementTable), ...Object.entries(expressionTable)].map(([kind, entry]) => {
    const name = `\`${ts.SyntaxKind[Number(kind)]}\``;
    return typeof entry === "function"
      ? `| ${name} | yes |`
      : `| ${name} | ${cell(`${entry.message} ${entry.hint}`)} |`;
  });
  return ["| syntax | is there |", "|---|---|", ...[...new Set(rows)].sort(), ""].join("\n");
}

function libraryTable(): string {
  const file = ts.createSourceFile(library, readFileSync(library, "utf8"), ts.ScriptTarget.ES2022, true);
  const rows = file.statements.flatMap((node) => {
    if (!ts.isInterfaceDeclaration(node)) return [];
    const names = node.members.flatMap(({ name }) =>
      name && !name.getText().startsWith("__") ? [name.getText()] : [],
    );
    const all = [...new Set(names)].map((name) => `\`${name}\``).join(" ");
    return all === "" ? [] : [`| \`${node.name.text}\` | ${cell(all)} |`];
  });
  return ["| interface | members |", "|---|---|", ...rows, ""].join("\n");
}

interface Example {
  readonly message: string;
  readonly hint: string;
  readonly text: string;
}

function codes(): string {
  const examples = new Map<string, Example>();
  for (const { entry } of findPrograms(rejected)) {
    for (const { code, message, hint, file } of compile({ entry }).diagnostics)
      if (!examples.has(code)) examples.set(code, { message, hint, text: exampleOf(file ?? entry, code) });
  }
  const all = Object.values(findings).map((finding) => finding("…", "…", "…", "…", "…"));
  const sorted = all.sort((a, b) => (a.code < b.code ? -1 : 1));
  return sorted
    .map((finding) => codeSection(finding.code, examples.get(finding.code) ?? { ...finding, text: "" }))
    .join("");
}

function codeSection(code: string, { message, hint, text }: Example): string {
  const example = text === "" ? [] : ["```ts", text, "```", ""];
  const way = wayOut(code);
  const other = way === null ? [] : ["Instead:", "", "```ts", way, "```", ""];
  return [`### ${code}`, "", `${plain(message)} ${plain(hint)}`, "", ...example, ...other, ""].join("\n");
}

/** What to write instead, as a program that is run on both sides. */
export function wayOut(code: string): string | null {
  const name = code.toLowerCase();
  const program = findPrograms(instead).find(({ entry }) => relative(instead, entry).replace(/[/.].*$/, "") === name);
  return program ? readFileSync(program.entry, "utf8").trimEnd() : null;
}

/** The file that gets the code, with a mark where the compiler says so. */
function exampleOf(file: string, code: string): string {
  const expected = expectationsIn(file).filter((one) => one.code === code);
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const said = lines.map((line, i) => {
    const own = line.replace(/\s*\/\/! T.*$/, "");
    return expected.some((one) => one.line === i + 1) ? `${own} // ${code}` : own;
  });
  const text = said.filter((line, i) => i > 0 || !line.startsWith("//")).join("\n");
  const name = basename(file) === "main.ts" || relative(rejected, file).includes("/") ? `// ${basename(file)}\n` : "";
  return text.length > EXAMPLE_MAX ? "" : name + text;
}

function cell(text: string): string {
  return plain(text).replaceAll("|", "\\|");
}

function plain(text: string): string {
  return text.replaceAll("\n", " ").replaceAll("<", "&lt;");
}
