// What is caught is unknown: narrowing by instanceof, by class, by field, and rethrowing the rest.
class ApiError extends Error {
  constructor(
    readonly status: 400 | 404 | 500,
    message = `status ${status}`,
  ) {
    super(message);
    this.name = "ApiError";
  }
}
class Timeout extends ApiError {
  constructor(readonly ms: number) {
    super(500, `after ${ms} ms`);
  }
}
const call = (n: number): string => {
  switch (n) {
    case 0:
      throw new ApiError(404);
    case 1:
      throw new Timeout(30);
    case 2:
      throw new TypeError("wrong type");
    case 3:
      throw new Error("");
    default:
      return `fine ${n}`;
  }
};
const describe = (e: unknown): string => {
  if (e instanceof Timeout) return `timeout ${e.ms} ${e.status}`;
  if (e instanceof ApiError) return `api ${e.status} ${e.message}`;
  if (e instanceof Error && e.message === "") return `silent ${e.name}`;
  if (e instanceof Error) return `${e.name}: ${e.message}`;
  return "no error";
};
for (let n = 0; n < 5; n++) {
  try {
    console.log(call(n));
  } catch (error: unknown) {
    console.log(n, describe(error), error instanceof ApiError ? error.name : "-");
  }
}
const only404 = (n: number): string => {
  try {
    return call(n);
  } catch (e) {
    if (e instanceof ApiError && e.status === 404) return "not found";
    throw e;
  }
};
for (const n of [0, 1, 9]) {
  try {
    console.log(only404(n));
  } catch (e) {
    console.log("passed on:", describe(e));
  }
}
