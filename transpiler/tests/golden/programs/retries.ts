// Waiting and trying again: async functions, errors of the program's own, finally, timers, a closure per turn.

class TimeoutError extends Error {
  override name = "TimeoutError";

  constructor(readonly afterMs: number) {
    super(`no answer after ${afterMs} ms`);
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let attempts = 0;

async function ask(question: string): Promise<string> {
  attempts++;
  await sleep(10);
  if (attempts < 3) throw new TimeoutError(attempts * 10);
  return `${question}: 42`;
}

async function withRetries<T>(work: () => Promise<T>, most: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TimeoutError) || attempt >= most) throw error;
      console.log(`${error.name} (${error.afterMs}), attempt ${attempt} of ${most}`);
      await sleep(attempt * 5);
    } finally {
      console.log("tried");
    }
  }
}

async function main(): Promise<void> {
  console.log(await withRetries(() => ask("answer"), 5));
  attempts = 0;
  const failed = await withRetries(() => ask("answer"), 2).catch((error: unknown) =>
    error instanceof Error ? error.message : "?",
  );
  console.log(failed);
}

void main();
