// When one body of a program is read anew, all that is known of the rest is settled: it stays as it is, or the whole
// program is read again.

/** Thrown by what would change something that is settled. */
export class Unsettled extends Error {
  constructor(what: string) {
    super(`${what} would change`);
    this.name = "Unsettled";
  }
}
