// finally runs on every way out of an async function, and its awaits are waited for.
export {};
const log: string[] = [];
async function job(name: string, fails: boolean): Promise<string> {
  try {
    log.push(`${name} try`);
    await null;
    if (fails) throw new Error(name);
    return `${name} value`;
  } finally {
    log.push(`${name} finally`);
    await null;
    log.push(`${name} cleaned`);
  }
}
const good = job("good", false);
const bad = job("bad", true).catch((error) => `caught ${error.message}`);
console.log(await good, await bad);
console.log(log.join(", "));
log.length = 0;
const passed = await Promise.resolve(5).finally(() => {
  log.push("promise finally");
});
console.log(passed, log.join());
async function loop(): Promise<number> {
  for (let i = 0; ; i++) {
    try {
      await null;
      if (i === 2) return i;
      if (i === 1) continue;
    } finally {
      log.push(`turn ${i}`);
    }
  }
}
console.log(await loop(), log.join());
