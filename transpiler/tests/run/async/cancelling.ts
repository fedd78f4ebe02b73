// Cancellation by a token that is passed down: polls, waits that end early, clean-up, and late results that are dropped.
class Cancelled extends Error {
  override name = "Cancelled";
}
class Token {
  private reason: string | null = null;
  private readonly listeners: (() => void)[] = [];
  cancel(reason: string): void {
    if (this.reason !== null) return;
    this.reason = reason;
    for (const listener of this.listeners) listener();
  }
  check(): void {
    if (this.reason !== null) throw new Cancelled(this.reason);
  }
  sleep(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      this.listeners.push(() => {
        clearTimeout(timer);
        reject(new Cancelled(this.reason ?? "?"));
      });
    });
  }
}
const log: string[] = [];
const steps = async (token: Token, name: string, count: number): Promise<string> => {
  try {
    for (let i = 0; i < count; i++) {
      token.check();
      log.push(`${name}${i}`);
      await token.sleep(10);
    }
    return `${name} finished`;
  } finally {
    log.push(`${name} cleaned`);
  }
};
const run = async (count: number, cancelAt: number): Promise<string> => {
  const token = new Token();
  const timer = setTimeout(() => token.cancel(`at ${cancelAt}`), cancelAt);
  try {
    return await steps(token, `s${count}-`, count);
  } catch (e) {
    return e instanceof Cancelled ? `${e.name} ${e.message}` : "other";
  } finally {
    clearTimeout(timer);
  }
};
console.log(await run(2, 50), await run(9, 25), await run(1, 5));
console.log(log.join(" "));
const early = new Token();
early.cancel("before");
early.cancel("again");
console.log(await steps(early, "e", 3).catch((e: Error) => e.message));
export {};
