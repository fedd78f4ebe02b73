// The networks that the simulator's radio finds, as users write them.
import { describe, expect, it } from "vitest";
import { networksOf, parseNetworks } from "../sim-networks.ts";

describe("networks", () => {
  it("need a name each, and have usual values for the rest", () => {
    expect(
      parseNetworks('[{"ssid":"Home","key":"12345678"},{"ssid":"Café","rssi":-80,"channel":11,"hidden":true}]'),
    ).toEqual([
      { ssid: "Home", key: "12345678", rssi: -60, channel: 6, hidden: false },
      { ssid: "Café", key: null, rssi: -80, channel: 11, hidden: true },
    ]);
    expect(networksOf("any")).toBe("any");
    expect(networksOf([])).toEqual([]);
  });

  it.each([
    ["[", "It must hold JSON"],
    ['{"ssid":"Home"}', "Networks are a list"],
    ["[7]", "Network 1: it must be an object"],
    ['[{"ssid":""}]', '"ssid" must be'],
    [`[{"ssid":"${"é".repeat(17)}"}]`, '"ssid" must be'],
    ['[{"ssid":"a"},{"ssid":"b","key":"1234567"}]', 'Network 2: "key" must have'],
    ['[{"ssid":"a","rssi":5}]', '"rssi" must be'],
    ['[{"ssid":"a","channel":14}]', '"channel" must be'],
    ['[{"ssid":"a","hidden":1}]', '"hidden" must be'],
    ['[{"ssid":"a","password":"12345678"}]', '"password" is unknown'],
  ])("that are wrong are told with what would be right: %s", (text, sentence) => {
    expect(() => parseNetworks(text)).toThrow(sentence);
  });
});
