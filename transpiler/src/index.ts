// The compiler's front door: a program in, Python files, source maps and diagnostics out.

export type { CompiledModule, CompiledPart, CompileOptions, CompileResult } from "./compilation.ts";
export { analyse, compile } from "./compile.ts";
export type { Diagnostic } from "./diagnostics/diagnostic.ts";
export { JoinError } from "./join/index.ts";
export { type Place, type ProgramReport, reportOf } from "./report/report.ts";
export { Session } from "./session.ts";
export { namesOnDevice } from "./source-map/source-map.ts";
export { LogMapper } from "./trace/log-mapper.ts";
export { framesOf, lookupIn } from "./trace/traceback.ts";
