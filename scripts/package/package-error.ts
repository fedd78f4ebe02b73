// What a user of npm run package must tell apart: a file that is refused, and a call that cannot be carried out.

/** `message` says what is wrong with the file, why that may be, and what to do. */
export class FileRefused extends Error {
  override readonly name = "FileRefused";
}

/** `message` says which option is wrong and what to write instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
