// Errors around errors: cause, chains, root causes, and context that is added on the way out.
class StepError extends Error {
  constructor(step: string, cause: Error) {
    super(`${step} failed`, { cause });
    this.name = "StepError";
  }
}
const parse = (text: string): number => {
  if (text.length > 3) throw new RangeError(`${text} is too long`);
  if (text === "") throw new SyntaxError("empty");
  return text.length;
};
const load = (text: string): number => {
  try {
    return parse(text);
  } catch (e) {
    throw new StepError("load", e as Error);
  }
};
const run = (text: string): string => {
  try {
    return `ok ${load(text)}`;
  } catch (e) {
    const outer = new StepError("run", e as Error);
    const chain: string[] = [];
    for (let at: unknown = outer; at instanceof Error; at = at.cause) chain.push(`${at.name}(${at.message})`);
    return chain.join(" < ");
  }
};
for (const text of ["abc", "abcd", ""]) console.log(run(text));
const plain = new Error("alone");
console.log(plain.cause === undefined, new Error("x", { cause: plain }).cause === plain);
const rootOf = (e: Error): Error => (e.cause instanceof Error ? rootOf(e.cause) : e);
console.log(rootOf(new StepError("a", new StepError("b", new TypeError("root")))).message, rootOf(plain).message);
