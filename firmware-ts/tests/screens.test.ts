// What the display says, in 16 columns of ASCII.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMNS, toAscii, wrap } from "../domain/screens/display-text.ts";
import { messageScreen, statusScreen } from "../domain/screens/screens.ts";

const UP = { wifi: "up", broker: "up", modem: "ready" } as const;

describe("wrap", () => {
  it("keeps to columns, rows and ASCII, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.integer({ min: 1, max: 8 }), (text, rows) => {
        const lines = wrap(text, rows);
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(line).toMatch(/^[ -~]{0,16}$/);
      }),
    );
  });

  it("loses no word that there is room for", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,16}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, (list) => {
        expect(wrap(list.join(" "), 8).join(" ").split(/ +/)).toEqual(list);
      }),
    );
  });

  it("keeps words whole and line breaks as they are", () => {
    expect(wrap("Your code is 791985.\nDo not share", 8)).toEqual(["Your code is", "791985.", "Do not share"]);
    expect(wrap("x".repeat(40), 8)).toEqual(["x".repeat(16), "x".repeat(16), "x".repeat(8)]);
  });
});

describe("toAscii", () => {
  it.each([
    ["Müller façade Ñandú ß", "Muller facade Nandu s"],
    ["‘5 €’ – “now”…", "'5 E' - \"now\"."],
    ["код 验证 😀", "??? ?? ?"],
    ["a\tb\u0007", "a b "],
  ])("shows %s", (text, ascii) => {
    expect(toAscii(text)).toBe(ascii);
  });
});

describe("screens", () => {
  it.each([8, 4])("fit %s rows", (rows) => {
    const message = { from: "A name that is too long", text: "word ".repeat(60), since: 0 };
    for (const lines of [messageScreen(message, UP, 12_345, rows, 0), statusScreen(UP, 3, rows)]) {
      expect(lines.length).toBeLessThanOrEqual(rows);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(COLUMNS);
    }
  });

  it("say which connection is missing", () => {
    expect(statusScreen({ wifi: "wrong-key", broker: "refused", modem: "no-sim" }, 0, 4)).toEqual([
      "WiFi   password?",
      "Broker refused",
      "Modem  no SIM",
      "Messages 0",
    ]);
  });
});
