// npm run score: how the compiler does on the programs of transpiler/tests/run, by area of the language.
import { fileURLToPath } from "node:url";
import { closeDevice } from "../transpiler/tests/harness/device-side.ts";
import { scoreOf, tableOf } from "../transpiler/tests/harness/score.ts";

const folder = fileURLToPath(new URL("../transpiler/tests/run", import.meta.url));
const isTerminal = process.stderr.isTTY;
let done = 0;

async function main(): Promise<void> {
  const score = await scoreOf(folder, () => {
    done++;
    if (isTerminal) process.stderr.write(`\r${done} programs`);
  });
  await closeDevice();
  if (isTerminal) process.stderr.write("\r\x1b[K");
  for (const failure of score.failures) console.error(`${failure}\n`);
  console.log(tableOf(score));
  if (score.failures.length > 0) process.exitCode = 1;
}

await main();
