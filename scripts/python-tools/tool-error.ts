// The error of a tool that is missing or could not be fetched: a message that its reader can act on.

/** `message` holds one sentence on what happened, then, indented, why it may be and the command to type. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}
