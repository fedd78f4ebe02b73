// The prompt after main.py, byte for byte as MicroPython's documentation has it.
import { describe, expect, it } from "vitest";
import type { VirtualBoard } from "../board.ts";
import { boardWith } from "./with-board.ts";

class Terminal {
  private seen = "";

  constructor(private readonly board: VirtualBoard) {
    board.on("stdout", (bytes) => {
      this.seen += new TextDecoder("latin1").decode(bytes);
    });
  }

  /** What comes until `end` has come, after `text` was typed. */
  async answer(text: string, end: string): Promise<string> {
    this.seen = "";
    this.board.type(Uint8Array.from(text, (character) => character.charCodeAt(0)));
    await this.board.runUntil(() => this.seen.includes(end), 5_000);
    return this.seen;
  }
}

async function atPrompt(main = "print('main')"): Promise<Terminal> {
  const board = await boardWith(main);
  const terminal = new Terminal(board);
  await board.runUntilEvent((event) => event.type === "prompt", 1000, 0);
  return terminal;
}

/** What mpremote copies a file by. */
const PIECE_BYTES = 256;
const PIECES = 200;

const RAW = "raw REPL; CTRL-B to exit\r\n>";

describe("the prompt of a board", () => {
  it("takes a line as a person types it", async () => {
    const terminal = await atPrompt();
    expect(await terminal.answer("1 + 2\r", "3\n>>> ")).toContain("1 + 2\r\n3\n>>> ");
  });

  it("runs what is sent in raw mode, and says what it raises", async () => {
    const terminal = await atPrompt();
    await terminal.answer("\x01", RAW);
    expect(await terminal.answer("print(6 * 7)\x04", "\x04>")).toBe("OK42\n\x04\x04>");
    const raised = await terminal.answer("1 // 0\x04", "\x04>");
    expect(raised.split("\x04")[0]).toBe("OK");
    expect(raised.split("\x04")[1]).toMatch(/^Traceback[\s\S]*\nZeroDivisionError: .*\n$/);
    expect(await terminal.answer("half\x03print(1)\x04", "\x04>")).toBe("OK1\n\x04\x04>");
    expect(await terminal.answer("\x02", ">>> ")).toMatch(/^\r\n[\s\S]*>>> $/);
  });

  it("takes a paste with flow control", async () => {
    const terminal = await atPrompt();
    await terminal.answer("\x01", RAW);
    expect(await terminal.answer("\x05A\x01", "R\x01")).toBe("R\x01\x00\x01\x01");
    const code = `x = "${"y".repeat(700)}"\nprint(len(x))`;
    expect(await terminal.answer(`${code}\x04`, "\x04>")).toBe("\x01\x01\x04700\n\x04\x04>");
  });

  // The last piece may lie in a dead word of the prompt's own frame, where the collector finds it.
  it("keeps no more than the last piece of what was copied through it", async () => {
    const terminal = await atPrompt();
    await terminal.answer("\x01", RAW);
    const freeBytes = async () => {
      const said = await terminal.answer("import gc\ngc.collect()\nprint(gc.mem_free())\x04", "\x04>");
      return Number(/OK(\d+)/.exec(said)?.[1]);
    };
    await terminal.answer("copy = open('copy', 'wb')\x04", "\x04>");
    const before = await freeBytes();
    for (let piece = 0; piece < PIECES; piece++) {
      const literal = String(piece).padStart(PIECE_BYTES, "-");
      expect(await terminal.answer(`copy.write(b'${literal}')\x04`, "\x04>")).toBe("OK\x04\x04>");
    }
    expect(before - (await freeBytes())).toBeLessThan(2 * PIECE_BYTES);
  });

  it("restarts softly from raw mode without main.py, and from the other with it", async () => {
    const terminal = await atPrompt();
    await terminal.answer("\x01", RAW);
    const raw = await terminal.answer("\x04", RAW);
    expect(raw).toBe(`OKMPY: soft reboot\r\n${RAW}`);
    await terminal.answer("\x02", ">>> ");
    expect(await terminal.answer("\x04", "main")).toContain("MPY: soft reboot\r\n");
  });

  it("interrupts what runs by Ctrl-C", async () => {
    const terminal = await atPrompt();
    await terminal.answer("\x01", RAW);
    await terminal.answer("import time\nwhile True: time.sleep_ms(10)\x04", "OK");
    expect(await terminal.answer("\x03", "\x04>")).toContain("KeyboardInterrupt");
  });
});
