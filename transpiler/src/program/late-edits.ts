// An edit within a body may use what the file had not used yet, and with it change what is late; or use what is late in a way
// that is refused. Then all has to be compiled.
import type { ts } from "ts-morph";
import type { Context } from "./context.ts";
import { refuseLateMisuse } from "./late-uses.ts";
import { imported } from "./modules.ts";
import type { EditedBody } from "./renewal.ts";

/** The program has been amended by the edit. */
export function keepsLateSets(ctx: Context, program: ts.Program, { before, after }: EditedBody): boolean {
  if (ctx.program.late.length === 0) return true;
  const said = ctx.diagnostics.length;
  const now = imported(ctx, program, after.getSourceFile());
  const [old = []] = [...ctx.imports].flatMap(([file, others]) =>
    file.fileName === before.getSourceFile().fileName ? [others] : [],
  );
  const names = (files: readonly ts.SourceFile[]) => files.map(({ fileName }) => fileName).join("\n");
  if (names(now) !== names(old)) return false;
  const files = [...ctx.moduleIds].sort(([, a], [, b]) => a - b).map(([file]) => file);
  refuseLateMisuse(ctx, program, files);
  return ctx.diagnostics.length === said;
}
