// What the user can put right: shown as a sentence, never with a stack trace.

export class UserError extends Error {
  override readonly name = "UserError";
}
