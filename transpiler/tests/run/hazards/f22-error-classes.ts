// Classes of errors: message, name, instanceof along the chain, text in a template.
class AppError extends Error {
  constructor(
    message: string,
    readonly code = 500,
  ) {
    super(message);
    this.name = "AppError";
  }
}
class NotFound extends AppError {
  override name = "NotFound";
  constructor(what: string) {
    super(`${what} not found`, 404);
  }
}
class Plain extends Error {}
const thrown: Error[] = [
  new Error("e"),
  new AppError("a"),
  new NotFound("n"),
  new Plain("p"),
  new RangeError("r"),
  new TypeError(),
  new Error(),
];
for (const error of thrown) {
  try {
    throw error;
  } catch (e) {
    if (!(e instanceof Error)) throw e;
    const code = e instanceof AppError ? e.code : 0;
    console.log(e.name, JSON.stringify(e.message), code, e instanceof NotFound, e instanceof RangeError, e === error);
  }
}
console.log(
  `${new NotFound("x")}`,
  `${new Error("m")}`,
  `${new RangeError()}`,
  String(new Plain("q")),
  "" + new TypeError("t"),
);
const wrapped = new Error("outer", { cause: new NotFound("inner") });
console.log(wrapped.message, wrapped.cause instanceof NotFound, (wrapped.cause as Error).message);
