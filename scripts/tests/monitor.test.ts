// npm run monitor: what a reader sees of what a board prints.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { expect, it } from "vitest";
import { LogMapper } from "../../transpiler/src/trace/log-mapper.ts";
import { onDevice } from "../build/on-device.ts";
import { build } from "../build.ts";
import { BoardLines } from "../monitor/lines.ts";

/** Without the monitor's own colours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one
const plain = (lines: readonly string[]) => lines.map((line) => line.replace(/\x1b\[\d+m/g, ""));

it("shows levels with the time since the start, and of the history what was not shown yet", () => {
  const lines = new BoardLines(null);
  expect(plain(lines.shown("I 4 wifi: up"))).toEqual(["     0:04  wifi: up"]);
  expect(plain(lines.shown("E 3725 broker: wrong-user"))).toEqual(["  1:02:05  broker: wrong-user"]);
  const log = JSON.stringify({ log: ["I 0 wifi: joining", "I 4 wifi: up"] });
  expect(plain(lines.shown(log))).toEqual(["     0:00  wifi: joining"]);
  lines.begin();
  expect(lines.shown(log)).toHaveLength(2);
});

it("lets no escape sequence of a board's through to the terminal", () => {
  const lines = new BoardLines(null);
  const [shown = ""] = plain(lines.shown("E 1 network \u001b]0;owned\u0007\u001b[2J\u009b31m\u0000"));
  expect(shown).toMatch(/network/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(shown).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
});

it("shows what is on record of the last restart by itself, once", () => {
  const lines = new BoardLines(null);
  const crash = { reason: "watchdog", build: "37823c1f200d", uptime_s: 60, task: "display" };
  const answer = JSON.stringify({ build: "37823c1f200d", crash });
  expect(plain(lines.shown(answer))).toEqual([
    "On record, build 37823c1f200d: the watchdog, as the program hung (display), 60 s after the start",
  ]);
  expect(lines.shown(answer)).toEqual([]);
  expect(lines.shown(JSON.stringify({ build: "37823c1f200d", crash: null }))).toEqual([]);
});

it("calls a helper by its own name, whatever it is called on the board", async () => {
  const { maps, device, build: id } = await build();
  const { module, name: onBoard } = onDevice(device, "gateway._ts", "ts_caught");
  expect(onBoard).not.toBe("ts_caught");
  const lines = new BoardLines(new LogMapper(maps));
  lines.shown(`gateway build ${id}`);
  const shown = (file: string) => plain(lines.shown(`  File "${file}", line 60, in ${onBoard}`)).join();
  expect(module).toBe("gateway.resident");
  expect(shown("gateway/resident.mpy")).toContain('File "gateway/resident.mpy", line 60, in ts_caught');
  // Elsewhere the same letters are another's name.
  expect(shown("umqtt/simple.mpy")).toContain(`in ${onBoard}`);
});

it("shows a traceback in lines of the TypeScript, and says when the build has no maps here", async () => {
  const { maps, build: id } = await build();
  const lines = new BoardLines(new LogMapper(maps));
  const map = new TraceMap(readFileSync(join(maps, id, "gateway/resident.py.map"), "utf8"));
  const turn = readFileSync("firmware-ts/app/gateway.ts", "utf8").split("\n").indexOf("  turn(): void {");
  const { line } = generatedPositionFor(map, { source: "app/gateway.ts", line: turn + 4, column: 4 });
  const trace = [
    "Traceback (most recent call last):",
    `  File "gateway/resident.mpy", line ${line}, in fill_rect`,
    "ValueError: x",
  ];
  lines.shown(`gateway build ${id}`);
  expect(plain(trace.flatMap((line) => lines.shown(line)))).toEqual([
    trace[0],
    expect.stringMatching(/app\/gateway\.ts:\d+:\d+ in Gateway\.turn/),
    "ValueError: x",
  ]);
  lines.shown("gateway build 000000000000");
  expect(plain(trace.flatMap((line) => lines.shown(line))).join("\n")).toMatch(/no maps of build 000000000000/);
});
