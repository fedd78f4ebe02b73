// An error keeps the error that caused it.
class ConfigError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "ConfigError";
  }
}
const parse = (text: string): number => {
  if (text === "") throw new RangeError("empty");
  return text.length;
};
const load = (text: string): number => {
  try {
    return parse(text);
  } catch (error) {
    throw new ConfigError(`cannot load "${text}"`, { cause: error });
  }
};
const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return "no error";
  return error.cause === undefined ? error.message : `${error.message} because ${explain(error.cause)}`;
};
for (const text of ["abc", ""]) {
  try {
    console.log(load(text));
  } catch (error) {
    console.log(explain(error));
    if (error instanceof ConfigError) console.log(error.cause instanceof RangeError, error.name);
  }
}
const plain = new Error("plain");
console.log(plain.cause === undefined, explain(new Error("outer", { cause: plain })));
console.log(explain(new ConfigError("no cause")), explain(new ConfigError("own", {})));
const deep = new TypeError("3", { cause: new Error("2", { cause: new Error("1") }) });
console.log(explain(deep));
