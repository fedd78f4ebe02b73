// What a catch receives is an Error: its text is there without any test, and after tests that it does not pass.
class Refused extends Error {
  constructor(readonly code: number) {
    super(`code ${code}`);
    this.name = "Refused";
  }
}
class Spoken extends Error {
  override toString(): string {
    return `spoken: ${this.message}`;
  }
}

function asError(work: () => void): Error {
  try {
    work();
    return new Error("nothing");
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function tell(work: () => void): string {
  try {
    work();
    return "fine";
  } catch (error) {
    if (error instanceof Refused) return `${error} ${error.code}`;
    if (error instanceof RangeError) return "range: " + error;
    return `other: ${error} ${"".concat(String(error))}`;
  }
}

console.log(asError(() => {}).message);
console.log(
  asError(() => {
    throw new RangeError("x");
  }).message,
);
console.log(tell(() => {}));
console.log(
  tell(() => {
    throw new Refused(7);
  }),
);
console.log(
  tell(() => {
    throw new RangeError("far");
  }),
);
console.log(
  tell(() => {
    throw new Spoken("aloud");
  }),
);
console.log(
  tell(() => {
    throw new TypeError();
  }),
);
console.log(
  tell(() => {
    JSON.parse("{");
  }).startsWith("other: SyntaxError"),
);

try {
  throw new Spoken("once");
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.log(message, `${error}`, String(error).length);
  try {
    throw error;
  } catch (again) {
    console.log(`${again}${error}`);
  }
}

void Promise.reject(new Refused(9)).catch((error) => console.log(`${error}`));
