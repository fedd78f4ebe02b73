// What a newcomer reads in the terminal.

import { beforeAll, describe, expect, it } from "vitest";
import type { Font } from "../../models/display-text.ts";
import type { DisplayFrame } from "../../models/ssd1306.ts";
import { framebufFont } from "../framebuf-font.ts";
import { type StartFacts, startScreen } from "../start-screen.ts";
import { type Output, TerminalView } from "../terminal-view.ts";
import { messageText } from "../watch.ts";

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");
const plain = (lines: readonly string[]): string => lines.join("\n").replace(COLOURS, "");

const FACTS: StartFacts = {
  firmware: "dist/device",
  modem: "an emulated SIM800",
  broker: "mqtt://127.0.0.1:1883, embedded",
  topic: "gateway",
  data: ".sim",
  httpPort: 8080,
  mqttPort: 1883,
  brokerUrl: null,
  speed: null,
  canSend: true,
};

describe("the start screen", () => {
  it("says what to type next: the watcher, mosquitto_sub and the line that sends an SMS", () => {
    const text = plain(startScreen(FACTS, () => true));
    expect(text).toContain("\n  npm run sim:watch\n");
    expect(text).toContain("\n  mosquitto_sub -t 'gateway/#' -v\n");
    expect(text).toContain(`\n  curl -H 'Content-Type: application/json' -d '{"from":"Amazon",`);
    expect(text).toContain("http://127.0.0.1:8080/api/modem/sms\n");
  });

  it("without mosquitto_sub and curl names neither, and sends with Node", () => {
    const text = plain(startScreen(FACTS, () => false));
    expect(text).not.toMatch(/mosquitto_sub|curl/);
    expect(text).toContain(`node -e "fetch('http://127.0.0.1:8080/api/modem/sms'`);
  });

  it("names other ports and topics where they are not the usual ones", () => {
    const text = plain(startScreen({ ...FACTS, mqttPort: 1999, topic: "home", httpPort: 9 }, () => true));
    expect(text).toContain("npm run sim:watch -- --broker mqtt://127.0.0.1:1999 --topic 'home/#'");
    expect(text).toContain("mosquitto_sub -p 1999 -t 'home/#' -v");
  });

  it("in virtual time reads the messages over HTTP, with a real modem sends nothing", () => {
    const text = plain(startScreen({ ...FACTS, mqttPort: null, speed: "virtual, as fast as it goes" }, () => true));
    expect(text).toContain("curl http://127.0.0.1:8080/api/mqtt");
    expect(text).not.toContain("sim:watch");
    expect(plain(startScreen({ ...FACTS, canSend: false }, () => true))).not.toContain("api/modem/sms");
  });
});

/** A terminal that understands what the view writes: text, line ends, "up N lines and clear". */
class Screen implements Output {
  lines: string[] = [""];
  writes = 0;
  readonly isTTY = true;

  constructor(
    readonly columns: number,
    readonly rows: number,
  ) {}

  write(text: string): void {
    this.writes++;
    const erase = new RegExp(`^${String.fromCharCode(27)}\\[(\\d+)A${String.fromCharCode(27)}\\[0J`).exec(text);
    if (erase) this.lines = [...this.lines.slice(0, this.lines.length - 1 - Number(erase[1])), ""];
    else this.lines = [...this.lines.slice(0, -1), ...(this.lines.at(-1) + text).split("\n")];
  }

  get text(): string {
    return plain(this.lines);
  }
}

describe("the display in the terminal", () => {
  let font: Font;
  beforeAll(async () => {
    font = await framebufFont();
  });

  const frameOf = (letter: string): DisplayFrame => {
    const cell = [...font].find(([, character]) => character === letter)?.[0] ?? "";
    const rows = Array.from({ length: 64 }, (_, y) => (y < 8 ? cell.slice(y * 8, y * 8 + 8) : "").padEnd(128, "."));
    return { width: 128, height: 64, on: true, contrast: 255, frames: 1, rows };
  };
  const entry = (number: number, text: string) => ({ number, atMs: number, source: "console" as const, text });

  it("stays below the lines of the log", () => {
    const screen = new Screen(80, 24);
    const view = new TerminalView(screen, font, false);
    view.entry(entry(1, "first"));
    view.display(frameOf("A"));
    view.entry(entry(2, "second"));
    view.display(frameOf("B"));
    view.entry(entry(3, "third"));
    expect(screen.text.match(/first|second|third|│A|│B/g)).toEqual(["first", "second", "third", "│B"]);
  });

  it("is drawn again only when it has changed", () => {
    const screen = new Screen(80, 24);
    const view = new TerminalView(screen, font, false);
    view.display(frameOf("A"));
    const { writes } = screen;
    for (let i = 0; i < 10; i++) view.display(frameOf("A"));
    expect(screen.writes).toBe(writes);
  });

  it("is drawn in pixels where the terminal is large enough", () => {
    const screen = new Screen(140, 50);
    new TerminalView(screen, font, false).display(frameOf("A"));
    expect(screen.text.split("\n").filter((line) => line.startsWith("│"))).toHaveLength(32);
    expect(screen.text).toMatch(/[▀▄█]/);
  });

  it("long lines are cut, so that the count of lines to erase holds", () => {
    const screen = new Screen(40, 24);
    new TerminalView(screen, font, false).entry(entry(1, "x".repeat(100)));
    expect(Math.max(...screen.text.split("\n").map((line) => line.length))).toBeLessThan(40);
  });

  it("without --verbose the talk of board and modem is left out", () => {
    for (const [verbose, expected] of [
      [false, false],
      [true, true],
    ] as const) {
      const screen = new Screen(80, 24);
      new TerminalView(screen, null, verbose).entry({ number: 1, atMs: 0, source: "modem", text: "→ AT" });
      expect(screen.text.includes("→ AT")).toBe(expected);
    }
  });
});

describe("sim:watch", () => {
  const at = new Date(2026, 10, 24, 9, 30, 45);

  it("prints time, topic and JSON over several lines", () => {
    const payload = new TextEncoder().encode('{"from":"Amazon","code":"791985"}');
    expect(messageText("gateway/sms", payload, false, at).replace(COLOURS, "")).toBe(
      '09:30:45 gateway/sms\n{\n  "from": "Amazon",\n  "code": "791985"\n}\n',
    );
  });

  it("prints a plain word as it is, and marks what was retained", () => {
    expect(messageText("gateway/status", new TextEncoder().encode("online"), true, at).replace(COLOURS, "")).toBe(
      "09:30:45 gateway/status (retained)\nonline\n",
    );
  });
});
