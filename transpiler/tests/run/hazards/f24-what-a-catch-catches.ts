// A catch sees what was thrown and the errors of the library; what JavaScript does not throw is not caught.
const attempt = (what: string, f: () => string): void => {
  try {
    console.log(what, f());
  } catch (e) {
    console.log(what, "caught", e instanceof Error ? e.name : "?");
  }
};
const xs: number[] = [1];
const m = new Map<string, number>();
attempt("missing key", () => `${m.get("x") ?? "none"}`);
attempt("empty pop", () => `${xs.slice(1).pop() ?? "none"}`);
attempt("repeat", () => "x".repeat(xs.length - 2));
attempt("json", () => JSON.stringify(JSON.parse("{]")));
attempt("code point", () => String.fromCodePoint(xs[0] * 0x110000));
attempt("bytes", () => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array([0xff])));
attempt("thrown", () => {
  throw new SyntaxError("own");
});
attempt("fine", () => "result");
attempt("nested", () => {
  try {
    throw new RangeError("inner");
  } catch (e) {
    if (e instanceof TypeError) return "type";
    throw e;
  } finally {
    xs.push(2);
  }
});
console.log(xs.join());
