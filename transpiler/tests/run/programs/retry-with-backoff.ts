// Retries with growing delays, give-up rules, abort, and a deadline over all; in virtual time.
class GiveUp extends Error {
  constructor(
    readonly attempts: number,
    override readonly cause: Error,
  ) {
    super(`gave up after ${attempts}: ${cause.message}`);
  }
}
interface Policy {
  readonly attempts: number;
  readonly firstDelay: number;
  readonly factor?: number;
  readonly maxDelay?: number;
  readonly retryIf?: (error: Error) => boolean;
}
let clock = 0;
const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => {
      clock = (clock + ms) % 1000000;
      resolve();
    }, ms);
  });
async function retry<T>(
  work: (attempt: number) => Promise<T>,
  { attempts, firstDelay, factor = 2, maxDelay = 1000, retryIf = () => true }: Policy,
): Promise<T> {
  let delay = firstDelay;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (e) {
      const error = e as Error;
      if (attempt >= attempts || !retryIf(error)) throw new GiveUp(attempt, error);
      await sleep(delay);
      delay = Math.min(delay * factor, maxDelay);
    }
  }
}
const flaky =
  (failures: number) =>
  async (attempt: number): Promise<string> => {
    await null;
    if (attempt <= failures) throw new Error(`failure ${attempt}`);
    return `worked at ${attempt}`;
  };
const show = async (name: string, work: Promise<string>): Promise<void> => {
  try {
    console.log(name, await work, clock);
  } catch (e) {
    console.log(name, (e as Error).message, e instanceof GiveUp ? `${e.attempts} ${e.cause.message}` : "", clock);
  }
};
await show("first", retry(flaky(0), { attempts: 3, firstDelay: 10 }));
await show("third", retry(flaky(2), { attempts: 3, firstDelay: 10 }));
await show("never", retry(flaky(9), { attempts: 4, firstDelay: 100, factor: 10, maxDelay: 500 }));
await show("picky", retry(flaky(1), { attempts: 9, firstDelay: 1, retryIf: ({ message }) => !message.endsWith("1") }));
await show(
  "raced",
  Promise.race([retry(flaky(5), { attempts: 9, firstDelay: 50 }), sleep(120).then(() => "deadline")]),
);
export {};
