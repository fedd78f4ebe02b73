// A failure of the compiler itself, never of the program that it reads.
import type { Span } from "../python/ast.ts";

/** Thrown where a tree breaks its own rules, or made of whatever was thrown while a statement was worked on. */
export class InternalError extends Error {
  override readonly name = "InternalError";

  constructor(
    message: string,
    /** The TypeScript that was worked on, when that is known. */
    readonly span?: Span,
    /** Absolute path of its file. */
    readonly file?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** The same failure with its place, unless it has one: the innermost statement that knows itself is the best. */
  static at(error: unknown, file: string | undefined, span: Span | undefined): InternalError {
    if (error instanceof InternalError && error.file !== undefined) return error;
    const inner = error instanceof InternalError ? error.span : undefined;
    const message = error instanceof Error ? error.message : String(error);
    return new InternalError(message, inner ?? span, file, { cause: error });
  }
}
