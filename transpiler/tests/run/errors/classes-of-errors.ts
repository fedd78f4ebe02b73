// Subclasses of Error with fields, getters and causes of their own.
class AppError extends Error {
  static made = 0;
  readonly serial: number;
  constructor(
    message: string,
    readonly code: number = 500,
  ) {
    super(message);
    this.name = "AppError";
    AppError.made += 1;
    this.serial = AppError.made;
  }
  get isFatal(): boolean {
    return this.code >= 500;
  }
  explain(): string {
    return `${this.name} ${this.code}: ${this.message}`;
  }
}
class NotFound extends AppError {
  override name = "NotFound";
  constructor(what: string) {
    super(`${what} is missing`, 404);
  }
  override explain(): string {
    return `${super.explain()} (look elsewhere)`;
  }
}
class Timeout extends Error {}
class Typed extends TypeError {
  readonly extra = "extra";
}
const attempt = (work: () => void): string => {
  try {
    work();
    return "fine";
  } catch (error) {
    if (error instanceof NotFound) return `not found: ${error.explain()} ${error.isFatal}`;
    if (error instanceof AppError) return `app: ${error.explain()} ${error.isFatal} ${error.serial}`;
    if (error instanceof Typed) return `typed: ${error.message} ${error.name} ${error.extra}`;
    if (error instanceof Error) return `error: ${error.name} ${error.message} ${error instanceof Timeout}`;
    return "something else";
  }
};
const raise = (error: Error) => (): void => {
  throw error;
};
console.log(attempt(raise(new NotFound("page"))));
console.log(attempt(raise(new AppError("broken"))));
console.log(attempt(raise(new Timeout("late"))));
console.log(attempt(raise(new Timeout())), "|");
console.log(attempt(raise(new Typed("wrong"))));
console.log(attempt(raise(new Typed())), "|");
console.log(attempt(() => {}));
const maybe = (text: string | undefined): string => new Error(text).message;
console.log(maybe("text"), `[${maybe(undefined)}]`, `[${new Timeout(undefined).message}]`);
console.log(
  `${new AppError("a")} / ${new NotFound("b")} / ${new Timeout("c")} / ${new Timeout()} / ${new TypeError("d")}`,
);
const kinds = [Error, TypeError, RangeError];
for (const Kind of kinds) {
  const made = new Kind("made");
  console.log(`${made}`, made instanceof Kind, made instanceof TypeError);
}
type ErrorClass = new (message: string) => Error;
const own: ErrorClass[] = [Timeout, NotFound, SyntaxError];
console.log(own.map((Kind) => new Kind("m").toString()).join(" / "));
