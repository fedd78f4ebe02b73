// How the command ends: scripts depend on these numbers.

export const ExitCode = {
  done: 0,
  /** The compiler refused the program; stdout says why. */
  refused: 1,
  /** The program ended by an error, with its traceback on stderr. */
  failedAtRunTime: 2,
  /** The command line, or a file that it names, is wrong. */
  usage: 2,
  /** The compiler itself failed. */
  internal: 3,
} as const;
