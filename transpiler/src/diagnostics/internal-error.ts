// A failure of the compiler itself, never of the program that it reads.
import type { Span } from "../python/ast.ts";

/** Thrown where a tree breaks its own rules; the caller knows the file and may turn it into a TP9001. */
export class InternalError extends Error {
  override readonly name = "InternalError";

  /** `span`: the TypeScript that the broken node comes from, when the node knows it. */
  constructor(
    message: string,
    readonly span?: Span,
  ) {
    super(message);
  }
}
