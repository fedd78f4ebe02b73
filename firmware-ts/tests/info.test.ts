// gateway/info: what this gateway is, once a start; who modem and SIM are only where somebody wants that told.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { GatewayInfo } from "../domain/api.ts";
import { VERSION } from "../domain/info.ts";
import { Bench, SETTINGS } from "./support/bench.ts";

const infos = (bench: Bench) =>
  bench.broker.published
    .filter(({ topic }) => topic === "gateway/info")
    .map(({ payload, qos, retain }) => ({ qos, retain, info: JSON.parse(payload) as GatewayInfo }));

it("has the version of the package", () => {
  expect(VERSION).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});

it("is told once a start, retained, also when connections are lost", () => {
  const bench = new Bench().start();
  bench.run(5000);
  if (bench.broker.connection) bench.broker.connection.isClosedByBroker = true;
  bench.run(10_000);
  expect(bench.broker.connects).toHaveLength(2);
  expect(infos(bench)).toEqual([
    {
      qos: 1,
      retain: true,
      info: {
        version: VERSION,
        build: "37823c1f200d",
        board: "pico-w",
        micropython: "1.28.0",
        reset_cause: "power_on",
        crash: null,
        features: [],
        ip: "192.168.1.3",
      },
    },
  ]);
});

it("is told again when it was not acknowledged", () => {
  const bench = new Bench();
  bench.broker.acknowledges = false;
  bench.run(30_000);
  bench.broker.acknowledges = true;
  bench.run(60_000);
  expect(infos(bench).length).toBeGreaterThanOrEqual(1);
});

it("names the parts that the settings switch on, and modem and SIM where publish_identity is on", () => {
  const settings = { allowed_numbers: ["+447700900123"], ussd_codes: "*100#", queue_offline: true };
  const bench = new Bench({ ...SETTINGS, ...settings, publish_identity: true });
  bench.modem.overrides.set("AT+CGSN", "\r\n867857030000123\r\n\r\nOK\r\n");
  bench.modem.overrides.set("AT+CCID", "\r\n+CCID: 8944100000000000000F\r\n\r\nOK\r\n");
  bench.start().run(60_000);
  expect(infos(bench).map(({ info }) => info)).toMatchObject([
    {
      features: ["sending", "ussd", "queue_offline", "identity"],
      imei: "867857030000123",
      iccid: "8944100000000000000F",
    },
  ]);
});

it("is told without them when the modem does not know its SIM for two minutes", () => {
  const bench = new Bench({ ...SETTINGS, publish_identity: true });
  bench.modem.overrides.set("AT+CCID", "\r\nERROR\r\n");
  bench.start().run(90_000);
  expect(infos(bench)).toEqual([]);
  bench.run(40_000);
  expect(infos(bench).map(({ info }) => info)).toMatchObject([{ iccid: null }]);
});
