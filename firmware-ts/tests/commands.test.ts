// The console on the USB serial port, with a gateway behind it.
import { afterEach, describe, expect, it, vi } from "vitest";
import { world } from "../fakes/world.ts";
import { Bench } from "./support/bench.ts";

afterEach(() => vi.restoreAllMocks());

/** What a running gateway says to what is typed, line by line. */
function answers(bench: Bench, text: string): string[] {
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  world.typed.push(...Buffer.from(text));
  bench.run(5_000);
  return said.mock.calls.map(([line]) => String(line));
}

describe("the console", () => {
  it.each([
    ["as it is written", '{"cmd":"maintenance"}\n'],
    ["with spaces, and the line end of Windows", ' { "cmd": "maintenance" }\r\n'],
    ["after what was no command", 'x\n{"cmd":"maintenance"}\n'],
  ])("leads to the prompt by the command %s", (_name, text) => {
    const bench = new Bench().start();
    expect(answers(bench, text)).toContain('{"ok":"maintenance"}');
    expect(world.isMaintenance).toBe(true);
  });

  it.each([
    ["half of it", '{"cmd":"maintenance"'],
    ["another command", '{"cmd":"reset"}\n'],
    ["something before it", 'x{"cmd":"maintenance"}\n'],
    ["more than any command has", `${" ".repeat(100)}{"cmd":"maintenance","and":"more than that"}\n`],
    ["octets that are no text", "\u0000\u0003\u0004\u00ff\n"],
  ])("does nothing by %s", (_name, text) => {
    const bench = new Bench().start();
    answers(bench, text);
    expect(world.isMaintenance).toBe(false);
  });

  it("says how it goes, and nothing that is a secret", () => {
    const bench = new Bench().start();
    const [line = ""] = answers(bench, '{"cmd":"diagnose"}\n');
    expect(JSON.parse(line)).toMatchObject({ wifi: "up", broker: "up", modem: "ready" });
    expect(line).not.toContain("correct horse");
  });
});
