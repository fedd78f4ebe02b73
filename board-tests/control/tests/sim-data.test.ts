import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SimData } from "../sim-data.ts";
import { brokerOfSettings, defaultSettings, usesEmbeddedBroker, withBroker } from "../sim-settings.ts";
import { settingsFor } from "../simulator.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sim-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BROKER = { host: "broker.example", port: 1884, user: "pico", password: "secret", tls: false };

function storeSettings(settings: unknown): void {
  mkdirSync(join(folder, "flash"), { recursive: true });
  writeFileSync(join(folder, "flash", "settings.json"), JSON.stringify(settings));
}

describe("the settings of a run", () => {
  it("are the defaults with the embedded broker on an empty flash", () => {
    const { settings, write } = settingsFor({ settings: null, broker: null }, new SimData(folder));
    expect([settings, write]).toEqual([defaultSettings(), true]);
    expect(usesEmbeddedBroker(settings)).toBe(true);
  });

  it("are those on the flash where there are some", () => {
    storeSettings({ version: 1, broker_host: "mine", topic: "home/sms" });
    const { settings, write } = settingsFor({ settings: null, broker: null }, new SimData(folder));
    expect([settings, write]).toEqual([{ version: 1, broker_host: "mine", topic: "home/sms" }, false]);
    expect(brokerOfSettings(settings)).toBe("mqtt://mine:1883");
    expect(brokerOfSettings({ ...settings, version: 2 })).toBe("mqtts://mine:8883");
  });

  it("have the broker of --broker, whoever stood there before", () => {
    storeSettings({ ...defaultSettings(), broker_user: "old", broker_password: "old" });
    const { settings } = settingsFor(
      { settings: null, broker: { ...BROKER, user: null, password: null } },
      new SimData(folder),
    );
    expect(settings).toMatchObject({ broker_host: "broker.example", broker_port: 1884, wifi_ssid: "Simulator" });
    expect(settings).not.toHaveProperty("broker_user");
    expect(withBroker(settings, BROKER)).toMatchObject({ broker_user: "pico", broker_password: "secret" });
    expect(withBroker(settings, { ...BROKER, tls: true })).toMatchObject({ broker_tls: true });
  });

  it("that are damaged on the flash stay there: the firmware has to bear them", () => {
    mkdirSync(join(folder, "flash"), { recursive: true });
    writeFileSync(join(folder, "flash", "settings.json"), '{"version":');
    expect(settingsFor({ settings: null, broker: null }, new SimData(folder))).toEqual({ settings: {}, write: false });
    expect(settingsFor({ settings: null, broker: BROKER }, new SimData(folder)).write).toBe(true);
  });

  it("come from --settings, which must be there and be a JSON object", () => {
    const data = new SimData(folder);
    const file = join(folder, "mine.json");
    writeFileSync(file, '{"version":1}');
    expect(settingsFor({ settings: file, broker: null }, data)).toEqual({ settings: { version: 1 }, write: true });
    writeFileSync(file, "[]");
    expect(() => settingsFor({ settings: file, broker: null }, data)).toThrow("must hold one JSON object");
    expect(() => settingsFor({ settings: join(folder, "no.json"), broker: null }, data)).toThrow(
      "there is no such file",
    );
  });
});

it("programs of an older build leave the flash, everything else stays", () => {
  const device = join(folder, "device");
  const flash = join(folder, "flash");
  for (const each of [device, join(flash, "gateway")]) mkdirSync(each, { recursive: true });
  writeFileSync(join(device, "main.py"), "");
  for (const file of ["main.py", "old.py", "gateway/old.mpy", "settings.json", "journal"])
    writeFileSync(join(flash, file), "");
  new SimData(folder).removeOldFirmware(device);
  expect(readdirSync(flash).sort()).toEqual(["gateway", "journal", "main.py", "settings.json"]);
  expect(readdirSync(join(flash, "gateway"))).toEqual([]);
});

describe("what modem and SIM remember", () => {
  const memory = {
    saved: {
      echo: true,
      cmee: 0,
      creg: 0,
      cgreg: 0,
      cmgf: 0,
      cnmi: [2, 1, 0, 0, 0] as const,
      cscs: "IRA",
      clts: 0,
      csclk: 0,
      ipr: 0,
    },
    cfun: 1 as const,
    sim: [{ slot: 3, status: 0 as const, pdu: "00" }],
    own: [],
    held: [],
  };

  it("is there in the next run", () => {
    new SimData(folder).writeModem(memory);
    expect(new SimData(folder).readModem()).toEqual(memory);
  });

  it("is nothing on the first run, and nothing when the file is damaged", () => {
    expect(new SimData(folder).readModem()).toBeNull();
    writeFileSync(join(folder, "modem.json"), '{"saved":');
    expect(new SimData(folder).readModem()).toBeNull();
  });
});
