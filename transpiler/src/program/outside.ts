// What the program does not do itself: code of the device may call the entry's exports, and the methods of the program's
// objects that its interfaces name, with any text.
import { optionsOf, type Type } from "../types/type.ts";
import type { Context } from "./context.ts";

export function openToOutside(ctx: Context): void {
  const { bindings, classes, deviceMembers, functions, modules } = ctx.program;
  for (const { type, exported, module } of bindings)
    if (exported && module === modules.length - 1) openCalls(ctx, type);
  for (const { methods } of classes)
    for (const { name, func } of methods)
      if (deviceMembers.has(name)) openParameters(ctx, functions[func]?.signature ?? 0);
}

function openCalls(ctx: Context, type: Type): void {
  for (const option of optionsOf(type)) {
    if (option.kind === "function") openParameters(ctx, option.signature);
    const made = option.kind === "class" ? ctx.program.classes[option.classId] : undefined;
    if (made) openParameters(ctx, made.signature);
    for (const { func } of made?.methods ?? []) openParameters(ctx, ctx.program.functions[func]?.signature ?? 0);
  }
}

function openParameters(ctx: Context, signature: number): void {
  for (const param of ctx.program.signatures[signature]?.params ?? []) openTexts(ctx, param);
}

function openTexts(ctx: Context, type: Type): void {
  for (const option of optionsOf(type)) {
    if (option.kind === "string" && option.cell !== undefined) ctx.cells.open(option.cell);
    if (option.kind === "array") openTexts(ctx, option.element);
    if (option.kind === "promise") openTexts(ctx, option.value);
  }
}
