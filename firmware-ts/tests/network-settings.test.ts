// The settings of the network: addresses and known networks as they are written, and as the gateway keeps them.
import { describe, expect, it } from "vitest";
import { isAddress4, isAddress6, isInterface4, maskOf } from "../domain/network/address.ts";
import { addressOf, networksOf } from "../domain/settings/network-settings.ts";
import { readSettings } from "../domain/settings/read-settings.ts";
import { shownSettings } from "../domain/settings/shown-settings.ts";
import { SETTINGS } from "./support/bench.ts";

const read = (changes: object) => readSettings(JSON.stringify({ ...SETTINGS, ...changes }));

describe("an address", () => {
  it.each(["0.0.0.0", "192.168.1.10", "255.255.255.255"])("%s is one", (text) => expect(isAddress4(text)).toBe(true));
  it.each([
    "",
    "1.2.3",
    "1.2.3.4.5",
    "256.1.1.1",
    "1..2.3",
    "1.2.3.",
    ".1.2.3",
    "1.2.3.4a",
    "0001.2.3.4",
    "999999999.1.1.1",
  ])("%j is none", (text) => expect(isAddress4(text)).toBe(false));
  it.each(["::", "::1", "2001:db8::10", "fe80::1:2:3:4", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::"])("%s is one", (text) =>
    expect(isAddress6(text)).toBe(true),
  );
  it.each([
    "",
    ":",
    ":::",
    "1:2",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "12345::",
    "g::",
    "1::2::3",
    ":1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:",
    "::1%eth0",
  ])("%j is none", (text) => expect(isAddress6(text)).toBe(false));
  it.each<[string, boolean]>([
    ["192.168.1.20/24", true],
    ["10.0.0.1/8", true],
    ["10.0.0.1/30", true],
    ["10.0.0.1", false],
    ["10.0.0.1/", false],
    ["10.0.0.1/0", false],
    ["10.0.0.1/31", false],
    ["10.0.0.1/2 4", false],
    ["/24", false],
  ])("with its network %s: %s", (text, isOne) => expect(isInterface4(text)).toBe(isOne));
  it.each<[number, string]>([
    [8, "255.0.0.0"],
    [22, "255.255.252.0"],
    [24, "255.255.255.0"],
    [30, "255.255.255.252"],
  ])("of a network of %i bits has the mask %s", (prefix, mask) => expect(maskOf(prefix)).toBe(mask));
});

describe("the settings of the network", () => {
  it("keep each known network as two lines, that of wifi_ssid first", () => {
    const networks = [{ ssid: "office", password: "office secret" }, { ssid: "open, café" }];
    const settings = read({ wifi_networks: networks });
    expect(settings.problems).toEqual([]);
    expect(networksOf(settings)).toBe("home\ncorrect horse\noffice\noffice secret\nopen, café\n");
    expect(shownSettings(settings)).not.toContain("office");
  });

  it.each([
    [["office"]],
    [[{}]],
    [[{ ssid: "" }]],
    [[{ ssid: "x".repeat(33) }]],
    [[{ ssid: "office", password: "short" }]],
    [[{ ssid: "office", password: "x".repeat(64) }]],
    [[{ ssid: "office", password: 12_345_678 }]],
    [[{ ssid: "office\npassword" }]],
    [[{ ssid: "office", pasword: "office secret" }]],
    [Array(10).fill({ ssid: "office" })],
    ["office"],
    [{ ssid: "office" }],
  ])("take no list like %j", (networks) => {
    expect(read({ wifi_networks: networks }).problems.join()).toContain("wifi_networks must be a list");
  });

  it("have an own address only with a gateway", () => {
    const own = { wifi_address: "192.168.1.20/24" };
    expect(read(own).problems.join()).toContain("wifi_gateway must be");
    expect(addressOf(read(own))).toBe("");
    const settings = read({ ...own, wifi_gateway: "192.168.1.1", dns_servers: ["9.9.9.9", "1.1.1.1"] });
    expect(addressOf(settings)).toBe("192.168.1.20,255.255.255.0,192.168.1.1,9.9.9.9");
    expect(addressOf(read({ ...own, wifi_gateway: "192.168.1.1" }))).toMatch(/,192\.168\.1\.1$/);
    expect(addressOf(read({}))).toBe("");
  });

  it.each([
    ["wifi_address", ["192.168.1.20", "x", 5]],
    ["wifi_gateway", ["router", "1.2.3"]],
    ["dns_servers", [["1.1.1.1", "2.2.2.2", "3.3.3.3"], ["dns.example"], "1.1.1.1"]],
    ["ntp_server", ["two words", "1.2.3", 5]],
    ["broker_host", ["1.2.3", "1:2", "a..b", ".a", "a."]],
  ])("say what is wrong with %s", (key, values) => {
    for (const value of values) expect(read({ [key]: value }).problems.join()).toContain(`${key} must be`);
  });

  it.each([
    ["ntp_server", ["", "192.168.1.1", "time.example"]],
    ["broker_host", ["192.168.1.2", "2001:db8::1", "broker.lan", "x_1.local"]],
    ["dns_servers", [[], ["9.9.9.9"], ["9.9.9.9", "1.1.1.1"]]],
  ])("take for %s", (key, values) => {
    for (const value of values) expect(read({ [key]: value }).problems).toEqual([]);
  });
});
