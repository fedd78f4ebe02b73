// From a loaded TypeScript program to the typed tree: modules in order of dependency, each filled statement by statement.
import { ts } from "ts-morph";
import { type Finding, findings } from "../diagnostics/catalogue.ts";
import type { Failures } from "../diagnostics/failures.ts";
import { everyExpression } from "../tree/walk.ts";
import { isIterator } from "../types/iteration.ts";
import { resolveParameters } from "../types/resolve.ts";
import { optionsOf, type Type } from "../types/type.ts";
import type { Unifier } from "../types/unify.ts";
import { declareClasses } from "./classes.ts";
import { Context } from "./context.ts";
import { noteEntryExports, refuseChangingCopies } from "./exports.ts";
import { Extractor } from "./extractor.ts";
import { refuseHoles } from "./holes.ts";
import { refuseOtherKeys } from "./keyed-members.ts";
import { lateSets } from "./late-sets.ts";
import { freezeLateTables } from "./late-tables.ts";
import { refuseLateMisuse } from "./late-uses.ts";
import type { Loaded } from "./load.ts";
import { modulePaths } from "./module-paths.ts";
import { inOrder } from "./modules.ts";
import { openToOutside } from "./outside.ts";

/**
 * @param broken files that cannot be read, or lean on such: the others are extracted as if these were not there
 * @returns what has read the program, and can read a part of it again
 */
export function extract(
  loaded: Loaded,
  unchecked: boolean,
  failures: Failures,
  broken: ReadonlySet<ts.SourceFile>,
): Extractor {
  const ctx = new Context(loaded.checker, failures);
  const x = new Extractor(ctx, unchecked);
  const order = inOrder(ctx, loaded);
  const files = order.files.filter((file) => !broken.has(file));
  for (const [index, path] of modulePaths(files).entries()) {
    const file = files[index] as ts.SourceFile;
    ctx.moduleIds.set(file, index);
    ctx.program.modules.push({ index, path: file.fileName, ...path, text: file.text, body: [] });
  }
  ctx.imports = order.imports;
  ctx.program.late.push(...lateSets(files, order.imports));
  refuseLateMisuse(ctx, loaded.program, files);
  for (const file of loaded.program.getSourceFiles()) if (file.isDeclarationFile) noteDeviceMembers(ctx, file);
  for (const file of files) refuseHoles(ctx, file);
  // Those of modules that only types are taken from, too.
  const sources = loaded.program.getSourceFiles().filter((file) => !file.isDeclarationFile && !broken.has(file));
  declareClasses(x, sources);
  for (const file of files) fillModule(x, file);
  freezeLateTables(ctx);
  openToOutside(ctx);
  refuseChangingCopies(x);
  noteEntryExports(x, loaded.entry);
  settleMembers(ctx);
  linkIterators(x);
  refusePlaces(ctx, ctx.unifier.kindsMixed, findings.mixedKinds("An integer", "a float"));
  const resolve = resolveParameters(ctx.program, ctx.flows, ctx.cells);
  refuseUses(ctx, resolve);
  refuseOtherKeys(ctx, resolve);
  return x;
}

/** All that stands within each `declare module "…"`, and of it the interfaces. */
function noteDeviceMembers(ctx: Context, file: ts.SourceFile): void {
  for (const module of file.statements) {
    if (!ts.isModuleDeclaration(module) || !module.body || !ts.isModuleBlock(module.body)) continue;
    noteNames(ctx, module.body);
    for (const declaration of module.body.statements)
      if (ts.isInterfaceDeclaration(declaration))
        for (const { name } of declaration.members)
          if (name && ts.isIdentifier(name)) ctx.program.deviceMembers.add(name.text);
  }
}

function noteNames(ctx: Context, node: ts.Node): void {
  if (ts.isIdentifier(node) && !ts.isParameter(node.parent)) ctx.program.deviceNames.add(node.text);
  ts.forEachChild(node, (child) => noteNames(ctx, child));
}

/** Only now is it known what else stands under the name of a getter. */
function settleMembers({ program, unifier, setters }: Context): void {
  for (const { property, param } of setters)
    if (program.slots.is(property.slot, "open")) unifier.flow(property.type, param);
  everyExpression(program, (expr) => {
    if (expr.kind === "member" && expr.access !== "library") expr.access = program.slots.form(expr.slot);
  });
}

/** Python hands next() and return() a value, whether they want it or not. */
function linkIterators(x: Extractor): void {
  const { program, unifier } = x.ctx;
  const all = [...program.classes.map((made) => made.members), ...program.shapes.map((shape) => shape.properties)];
  for (const members of all.filter((one) => isIterator(unifier, one))) {
    for (const name of ["next", "return"]) {
      const type = members.get(name)?.type;
      if (type?.kind === "function") x.widen(type.signature, 1);
    }
  }
}

/** What is wrong with uses of members, once it is known what stands behind them. */
function refuseUses(ctx: Context, resolve: (type: Type) => Type): void {
  const { unifier, writes, reads, copied } = ctx;
  const { slots } = ctx.program;
  for (const { node, slot } of writes)
    if (slots.is(slot, "frozen"))
      ctx.report(node, findings.syntax("Writing what may be a frozen object", "Do not freeze it, or write a copy."));
  for (const { node, name, slot } of reads)
    if (slots.is(slot, "bound")) ctx.report(node, findings.detachedMethod(name));
  for (const { node, type } of copied) {
    // Methods of a class are not the object's own.
    const records = optionsOf(resolve(type)).filter((option) => option.kind === "record");
    const members = records.flatMap((option) => [...(unifier.members(option)?.values() ?? [])]);
    if (members.some(({ slot }) => slots.is(slot, "bound")))
      ctx.report(
        node,
        findings.syntax("A copy of an object with methods that use `this`", "Write a class, and make another."),
      );
  }
}

function fillModule(x: Extractor, file: ts.SourceFile): void {
  const index = x.ctx.moduleIds.get(file) ?? 0;
  x.ctx.module = index;
  const module = x.ctx.program.modules[index];
  if (module) module.body = x.statements(file.statements);
}

/** What the unifier has found wrong, each place once, unless that follows from what was said there. */
function refusePlaces(
  { moduleIds, failures, diagnostics }: Context,
  places: Unifier["kindsMixed"],
  finding: Finding,
): void {
  const files = new Map([...moduleIds].map(([file, index]) => [index, file]));
  const said = new Set<string>();
  for (const { module, span } of places) {
    const file = files.get(module);
    const key = `${module} ${span.start}`;
    if (file === undefined || said.has(key) || failures.explainPlace(file, span)) continue;
    diagnostics.push({ ...finding, file: file.fileName, ...span });
    said.add(key);
  }
}
