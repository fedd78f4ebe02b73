// What the display says, in 16 columns of ASCII.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMNS, linesOf } from "../domain/screens/display-text.ts";
import { Glance, told } from "../domain/screens/glance.ts";
import { LINES_MAX, screenOf } from "../domain/screens/screens.ts";
import { settingsScreen } from "../domain/screens/settings-screen.ts";
import { toAscii } from "../domain/screens/to-ascii.late.ts";

/** No network, its signal in four steps, a signal that is not known, Wi-Fi, none, broker, none. */
const SIGNS = "x1234?WwBb";

const ascii = (text: string) => new TextDecoder().decode(toAscii(text));
const wrap = (text: string, rows = LINES_MAX) => linesOf(toAscii(text), 0, rows);

function glanceOf(fields: Partial<Glance> = {}): Glance {
  return Object.assign(new Glance(), { wifi: "up", broker: "up", modem: "ready" }, fields);
}

/** The screen while a message of `from` is the last of three; the signs of its bar as letters. */
function shown(glance: Glance, { from = "", text = "", age = 12_000, count = 3, rows = 8 } = {}): string[] {
  const octets = toAscii(text);
  const lines = screenOf(glance, from, octets, linesOf(octets, 0, LINES_MAX).length, age, count, rows);
  return lines.map((line) => Array.from(line, (sign) => SIGNS[sign.charCodeAt(0) - 0x10] ?? sign).join(""));
}

describe("a broker without TLS", () => {
  it("is said to be, as long as nothing else is shown", () => {
    expect(shown(glanceOf({ isPlain: true, registration: "home" }))).toContain("Broker ok, plain");
    expect(shown(glanceOf({ registration: "home" }))).toContain("Broker ok");
    expect(shown(glanceOf({ isPlain: true, registration: "home" }), { rows: 4 })).toContain("ready, plain");
  });

  it("is not said of a broker that is away", () => {
    expect(shown(glanceOf({ isPlain: true, broker: "unreachable" })).join()).not.toContain("plain");
  });
});

describe("the lines of a text", () => {
  it("keep to columns, rows and ASCII, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.integer({ min: 1, max: 8 }), (text, rows) => {
        const lines = wrap(text, rows);
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(line).toMatch(/^[ -~]{1,16}$/);
      }),
    );
  });

  it("lose no word", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,16}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, (list) => {
        expect(wrap(list.join(" ")).join(" ").split(/ +/)).toEqual(list);
      }),
    );
  });

  it("are the same taken page by page", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 6 }), (text, room) => {
        const octets = toAscii(text);
        const pages = Array.from({ length: 70 }, (_, page) => linesOf(octets, page * room, room));
        expect(pages.flat()).toEqual(wrap(text).slice(0, 70 * room));
      }),
    );
  });

  it("keep words whole and line breaks as they are", () => {
    expect(wrap("Your code is 791985.\nDo not share")).toEqual(["Your code is", "791985.", "Do not share"]);
    expect(wrap("x".repeat(40))).toEqual(["x".repeat(16), "x".repeat(16), "x".repeat(8)]);
    expect(wrap("sixteen letters! and more\n\n\nend")).toEqual(["sixteen letters!", "and more", "end"]);
  });
});

describe("a letter that the font lacks", () => {
  it.each([
    ["Müller façade Ñandú ß", "Muller facade Nandu s"],
    ["Zażółć gęślą jaźń, Škoda, Ğüneş", "Zazolc gesla jazn, Skoda, Gunes"],
    ["Ваш код: 1234. Жду щётку, Юля", "Vash kod: 1234. Zhdu sctku, Yulya".replace("sct", "scyot")],
    ["Κωδικός Θήρα", "Kodikos Thira"],
    ["‘5 €’ – “now”…", "'5 E' - \"now\"."],
    ["验证码：１２３４", "???:1234"],
    ["cafe\u0301 👍🏽\ufe0f", "cafe ??"],
    ["a\tb\u0007\u0010\u0085", "a b   "],
  ])("is read as its nearest relative: %s", (text, expected) => {
    expect(ascii(text)).toBe(expected);
  });
});

describe("a screen", () => {
  const FIELDS = fc.record({
    wifi: fc.constantFrom("off", "joining", "no-network", "wrong-key", "up"),
    broker: fc.constantFrom(
      "waiting",
      "up",
      "unreachable",
      "wrong-protocol",
      "wrong-id",
      "unavailable",
      "wrong-user",
      "not-allowed",
      "taken-over",
      "topic-refused",
    ),
    modem: fc.constantFrom("silent", "no-power", "starting", "no-sim", "pin", "wrong-pin", "ready"),
    registration: fc.constantFrom("", "home", "roaming", "searching", "denied", "none"),
    signalDbm: fc.integer({ min: -113, max: 0 }),
    warnings: fc.subarray(["supply_low", "sim_full", "sim_nearly_full", "client_id_taken", "one of later"]),
  }) as fc.Arbitrary<Partial<Glance>>;

  it("has its rows, each of 16 columns at most, whatever there is to say", () => {
    fc.assert(
      fc.property(
        FIELDS,
        fc.string({ maxLength: 300 }),
        fc.nat(10 ** 10),
        fc.nat(10 ** 6),
        fc.constantFrom(4, 8),
        (fields, text, age, count, rows) => {
          const lines = shown(glanceOf(fields), { from: "Amazon", text, age, count, rows });
          expect(lines).toHaveLength(rows);
          for (const line of lines) expect(line).toMatch(/^[ -~]{0,16}$/);
        },
      ),
    );
  });

  it("tells that all is well", () => {
    expect(shown(glanceOf({ registration: "home", signalDbm: -71 }))).toEqual([
      "SMS gateway",
      "WiFi   ok",
      "Broker ok",
      "Modem  ok",
      "Signal -71 dBm",
      "",
      "",
      "4WB       12s #3",
    ]);
    expect(shown(glanceOf({ signalDbm: -105 }), { from: "Amazon", rows: 4, count: 0 })).toEqual([
      "Amazon",
      "ready",
      "Signal -105 dBm",
      "2WB           #0",
    ]);
  });

  it("tells of the broker only what is no older than Wi-Fi's loss", () => {
    expect(shown(glanceOf({ wifi: "no-network", broker: "wrong-user" })).slice(1, 3)).toEqual([
      "WiFi   not found",
      "Broker waiting",
    ]);
  });

  it("tells what is wrong, and what to do about it", () => {
    expect(shown(glanceOf({ wifi: "wrong-key", broker: "waiting" }), { rows: 4 })).toEqual([
      "SMS gateway",
      "WiFi   password?",
      "wifi_password?",
      "?wb       12s #3",
    ]);
    expect(shown(glanceOf({ warnings: ["supply_low"] })).slice(4, 7)).toEqual(["", "Supply low", "4.0 V? 2 A?"]);
  });

  it("shows a long text page by page, and goes on telling what is wrong", () => {
    const text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
    const at = (age: number) => shown(glanceOf({ broker: "wrong-user" }), { from: "Bank", text, age });
    expect(at(0)).toEqual([
      "Bank",
      "one two three",
      "four five six",
      "seven eight nine",
      "ten eleven",
      "twelve thirteen",
      "Broker password?",
      "?Wb    1/2 0s #3",
    ]);
    expect(at(3_000)[1]).toBe("fourteen fifteen");
    expect(at(6_000)[1]).toBe("one two three");
  });

  it.each([
    [59_999, "59s"],
    [3_599_999, "59m"],
    [172_799_999, "47h"],
    [172_800_000, "2d"],
  ])("tells %i ms as %s", (age, words) => {
    expect(shown(glanceOf(), { age }).at(-1)).toBe(`?WB${`${words} #3`.padStart(13)}`);
  });
});

describe("what most wants mending", () => {
  it.each([
    [{ warnings: ["supply_low"], modem: "silent" }, "!supply_low", "9"],
    [{ modem: "no-sim", wifi: "joining" }, "Mno-sim", "5"],
    [{ modem: "silent", broker: "wrong-user" }, "Msilent", "4"],
    [{ wifi: "joining", broker: "waiting", modem: "starting" }, "Wjoining", "3"],
    [{ broker: "unreachable", registration: "denied" }, "Bunreachable", "2"],
    [{ registration: "denied", warnings: ["sim_full"] }, "Ndenied", "4"],
    [{ warnings: ["one of later", "sim_full"] }, "!sim_full", "5"],
    [{}, "", "1"],
  ] as const)("of %j is %s, in %s blinks", (fields, problem, blinks) => {
    expect(glanceOf(fields as Partial<Glance>).problem()).toBe(problem);
    expect(told(problem)[0]).toBe(blinks);
  });
});

describe("wrong settings", () => {
  it("are told page by page", () => {
    const problems = ["wifi_ssid must be the name of the Wi-Fi network, 1 to 32 bytes.", "topic is wrong."];
    expect(settingsScreen(problems, 4, 0)).toEqual([
      "Settings:    1/2",
      "wifi_ssid must",
      "be the name of",
      "the Wi-Fi",
    ]);
    expect(settingsScreen(problems, 8, 0)[0]).toBe("Settings:");
  });

  it("never take more columns than there are", () => {
    expect(COLUMNS).toBe(16);
    for (const line of settingsScreen(["x".repeat(999)], 8, 9_000)) expect(line.length).toBeLessThanOrEqual(COLUMNS);
  });
});
