// Async functions made in loops keep the variables of their turn, before and after they waited.
async function main(): Promise<void> {
  const log: string[] = [];
  const running: Promise<void>[] = [];
  for (let i = 0; i < 3; i++) {
    running.push(
      (async () => {
        await null;
        log.push(`${i}`);
        i += 10;
        await null;
        log.push(`${i}`);
      })(),
    );
  }
  await Promise.all(running);
  console.log(log.join());
  for (const step of [1, 2]) {
    const sum = async (n: number): Promise<number> => (n > 0 ? (await sum(n - 1)) + step : 0);
    log.push(`${await sum(3)}`);
    setTimeout(() => console.log("timer", step, log.length), 5);
  }
  console.log(log.slice(-2).join());
  for (const name of ["a", "b"]) {
    const later = () => Promise.resolve(prefix + name);
    const prefix = ">";
    console.log(await later());
  }
}
void main();
