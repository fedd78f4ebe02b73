// TypeScript's own findings, in our form.
import { ts } from "ts-morph";
import type { Diagnostic } from "./diagnostic.ts";

export function typescriptDiagnostics(program: ts.Program): Diagnostic[] {
  const found = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program.getSyntacticDiagnostics(),
  ];
  // What does not parse has no meaning to check.
  const all = found.length > 0 ? found : program.getSemanticDiagnostics();
  return all.filter((one) => one.category === ts.DiagnosticCategory.Error).map(convert);
}

function convert(one: ts.Diagnostic): Diagnostic {
  const start = one.start ?? 0;
  return {
    code: `TS${one.code}`,
    file: one.file?.fileName ?? null,
    start,
    end: start + (one.length ?? 0),
    message: ts.flattenDiagnosticMessageText(one.messageText, "\n"),
    hint: "",
  };
}
