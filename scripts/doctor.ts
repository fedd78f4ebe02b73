// npm run doctor: looks at everything between the sources and a working gateway. The checks are in doctor/.

import { join } from "node:path";
import { BOARDS } from "../firmware-ts/boards/index.ts";
import { readManifest } from "./build/manifest.ts";
import { gatewayOn } from "./build/project.ts";
import { mapsIn } from "./device/crash-words.ts";
import { boardNamed, parseOptions } from "./device/options.ts";
import { runCommand } from "./device/run-command.ts";
import { checkBoard } from "./doctor/board.ts";
import { type Check, checkLine, skipped } from "./doctor/check.ts";
import { checkBuild, checkMpremote, checkMpyCross, checkNode, checkPipx, checkPython } from "./doctor/computer.ts";

const HELP = `Looks for what keeps the gateway from working, a line each with what to do. Writes nothing.

Usage: npm run doctor -- [options]

  --port PORT    the board's serial port; needed when several boards are connected
  --board NAME   ${BOARDS.map(({ name }) => name).join(", ")} (${BOARDS[0]?.name})
  --no-restart   leave the gateway running; then MicroPython, flash and files are not looked at
  --json         print one JSON object at the end
  --help         print this

Exit codes: 0 nothing is wrong, 1 something is, 2 anything else.`;

const OPTIONS = {
  port: { type: "string" },
  board: { type: "string" },
  "no-restart": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

await runCommand(async (args) => {
  const values = parseOptions("doctor", args, OPTIONS);
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const checks: Check[] = [];
  const add = (check: Check) => {
    checks.push(check);
    if (!values.json) console.log(checkLine(check));
  };
  const board = boardNamed(values.board);
  add(checkNode());
  add(await checkPython());
  add(await checkPipx());
  const { check, mpremote } = await checkMpremote();
  add(check);
  add(await checkMpyCross());
  const project = gatewayOn(board);
  add(checkBuild(project));
  const built = readManifest(project.dist);
  if (mpremote === null) add(skipped("port", "The board: not looked at without mpremote"));
  else {
    const options = {
      board,
      port: values.port,
      mayRestart: !values["no-restart"],
      built,
      maps: mapsIn(join(project.dist, "maps")),
    };
    for await (const each of checkBoard(mpremote, options)) add(each);
  }
  const wrong = checks.filter(({ verdict }) => verdict === "bad").length;
  if (values.json) console.log(JSON.stringify({ ok: wrong === 0, checks }));
  else
    console.log(wrong === 0 ? "\nNothing is wrong." : `\n${wrong} ${wrong === 1 ? "thing is" : "things are"} wrong.`);
  return wrong === 0 ? 0 : 1;
});
