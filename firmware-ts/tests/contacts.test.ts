// The setting `contacts`: names for numbers that may be sent to anyway, and for no others.
import { describe, expect, it } from "vitest";
import { readSettings } from "../domain/settings/read-settings.ts";
import { shownSettings } from "../domain/settings/shown-settings.ts";

const SETTINGS = {
  version: 2,
  wifi_ssid: "home",
  broker_host: "broker.lan",
  allowed_numbers: ["+447700900123", "07700 900124", "+4477*", "80808"],
  country_code: "44",
};
const ANN = { name: "Ann", number: "+447700900123" };
const NOT_ALLOWED = "contacts may hold numbers of allowed_numbers alone, each once; a prefix there is not enough.";

const read = (contacts: unknown) => readSettings(JSON.stringify({ ...SETTINGS, contacts }));

describe("contacts", () => {
  it.each([
    [[], ""],
    [[ANN], "Ann\n+447700900123"],
    [[{ name: "Bob 👍", number: "00447700900124" }], "Bob 👍\n+447700900124"],
    [[ANN, { name: "Bank, short", number: "80808" }], "Ann\n+447700900123\nBank, short\n80808"],
  ])("are kept with their numbers in one form: %j", (contacts, kept) => {
    const settings = read(contacts);
    expect([settings.problems, settings.text("contacts")]).toEqual([[], kept]);
  });

  it.each([
    "Ann",
    ["Ann"],
    [null],
    [[]],
    [{ name: "Ann" }],
    [{ number: "+447700900123" }],
    [{ ...ANN, more: 1 }],
    [{ name: 7, number: "+447700900123" }],
    [{ name: "", number: "+447700900123" }],
    [{ name: "x".repeat(33), number: "+447700900123" }],
    [{ name: "a\nb", number: "+447700900123" }],
    [{ name: "Ann", number: "+447700900123\n" }],
    Array.from({ length: 11 }, () => ANN),
  ])("are refused, and the gateway runs without them: %j", (contacts) => {
    const settings = read(contacts);
    expect(settings.usable).toBe(true);
    expect(settings.text("contacts")).toBe("");
    expect(settings.problems).toHaveLength(1);
    expect(settings.problems[0]).toContain("contacts must be a list of at most ten");
  });

  it.each([
    ["only a prefix allows", "+447700900125"],
    ["nobody may send to", "+15550100"],
    ["is no number", "Ann"],
    ["is a prefix", "+4477*"],
  ])("with a number that %s are refused", (_, number) => {
    const settings = read([ANN, { name: "Eve", number }]);
    expect([settings.usable, settings.problems, settings.text("contacts")]).toEqual([true, [NOT_ALLOWED], ""]);
  });

  it("with one number under two names are refused: Home Assistant knows them by it", () => {
    expect(read([ANN, { name: "Anna", number: "07700900123" }]).problems).toEqual([NOT_ALLOWED]);
  });

  it("are shown as they hold", () => {
    const shown = JSON.parse(shownSettings(read([{ name: 'A "b"', number: "07700900124" }])));
    expect(shown.settings.contacts).toEqual([{ name: 'A "b"', number: "+447700900124" }]);
    expect(JSON.parse(shownSettings(read([]))).settings.contacts).toEqual([]);
  });
});
