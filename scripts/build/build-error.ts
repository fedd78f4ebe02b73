// A build that did not succeed, in the two ways that its user must tell apart.

/** The program is refused: `message` holds the diagnostics as they are printed. */
export class ProgramRefused extends Error {
  override readonly name = "ProgramRefused";
}

/** The build itself could not be done: `message` says what happened and what to do. */
export class BuildFailed extends Error {
  override readonly name = "BuildFailed";
}
