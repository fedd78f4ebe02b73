// What goes wrong between this computer and a board: a message that its reader can act on, and the exit code.

/** Something about the board itself: it is refused, full, or does not do what it should. */
export const EXIT_BOARD = 1;
/** The command was called wrongly, or something is missing on this computer, the cable included. */
export const EXIT_ENVIRONMENT = 2;

/** `message` says what happened, then, indented, why it may be and what to do. */
export class DeviceError extends Error {
  override readonly name = "DeviceError";

  constructor(
    message: string,
    readonly exitCode: typeof EXIT_BOARD | typeof EXIT_ENVIRONMENT = EXIT_BOARD,
  ) {
    super(message);
  }
}
