// `return promise` from an async function takes three ticks, `return await` and a plain value fewer.
export {};
const log: string[] = [];
const value = async (): Promise<string> => "value";
const direct = async (): Promise<string> => value();
const awaited = async (): Promise<string> => await value();
function ticker(count: number): void {
  let p = Promise.resolve();
  for (let i = 1; i <= count; i++) {
    p = p.then(() => {
      log.push(`t${i}`);
    });
  }
}
ticker(6);
void value().then((v) => log.push(v));
void direct().then((v) => log.push(`direct-${v}`));
void awaited().then((v) => log.push(`awaited-${v}`));
await new Promise<void>((done) => setTimeout(() => done(), 1));
console.log(log.join(" "));
