// The compiler's front door: a program in, Python files, source maps and diagnostics out.
export type { CompiledModule, CompileOptions, CompileResult } from "./compilation.ts";
export { compile } from "./compile.ts";
export type { Diagnostic } from "./diagnostics/diagnostic.ts";
export { Session } from "./session.ts";
