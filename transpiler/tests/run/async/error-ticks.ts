// In which tick a rejection is seen: through awaits, stored promises, return of a promise, and finally.
export {};
const log: string[] = [];
async function ticks(count: u8): Promise<void> {
  for (let i = 1; i <= count; i++) {
    log.push(`${i}`);
    await null;
  }
}
async function fails(after: u8): Promise<void> {
  for (let i = 0; i < after; i++) await null;
  throw new Error(`f${after}`);
}
async function helper(after: u8): Promise<void> {
  await fails(after);
}
async function inline(after: u8): Promise<void> {
  try {
    await fails(after);
  } catch (error) {
    log.push(`inline ${(error as Error).message}`);
  }
}
async function outer(after: u8): Promise<void> {
  try {
    await helper(after);
  } catch (error) {
    log.push(`outer ${(error as Error).message}`);
  }
}
async function stored(): Promise<void> {
  const p = fails(0);
  try {
    await p;
  } catch (error) {
    log.push(`stored ${(error as Error).message}`);
  }
}
async function kept(): Promise<void> {
  log.push("kept starts");
  return fails(1);
}
const t = ticks(12);
void outer(0);
void outer(2);
void inline(0);
void inline(1);
void stored();
void kept().catch((e) => log.push(`kept ${e.message}`));
const failing = (): void => {
  throw new Error("in finally");
};
void Promise.resolve(1)
  .finally(failing)
  .catch((e) => log.push(e.message));
void Promise.reject(new Error("kept through"))
  .finally(() => {
    void ticks(1);
  })
  .catch((e) => log.push(e.message));
await t;
for (const line of log) console.log(line);
