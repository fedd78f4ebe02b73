// A task that does not go on any more ends in a restart, with its reason on the flash; what is merely away does not.
import { expect, it } from "vitest";
import type { GatewayParts } from "../app/gateway-parts.ts";
import { world } from "../fakes/world.ts";
import { Bench } from "./support/bench.ts";
import { gsm7 } from "./support/pdu-encoder.ts";

const MINUTE_MS = 60_000;
const STUCK = 3;

/** The parts of the gateway that runs. */
function partsOf(bench: Bench): GatewayParts {
  return (bench.device as unknown as { parts: GatewayParts }).parts;
}

/** From here on `field` of the part stays as it is. */
function freeze(part: object, field: string): void {
  const value = Reflect.get(part, field);
  Object.defineProperty(part, field, { get: () => value, set: () => {} });
}

const record = () => JSON.parse(Buffer.from(world.files.get("/crash") ?? []).toString());

it.each([
  ["modem", 7],
  ["broker", 12],
] as const)(
  "a %s that never goes on has the board restarted within %i minutes, and that is on record",
  (task, minutes) => {
    const bench = new Bench().start();
    const { broker, modem } = partsOf(bench);
    if (task === "broker") freeze(broker, "lookedAt");
    else for (const field of ["lineAt", "phaseSince"]) freeze(modem, field);
    const from = world.now;
    expect(() => bench.run(minutes * MINUTE_MS)).toThrow("The board was reset.");
    expect(world.now - from).toBeGreaterThan((minutes - 3) * MINUTE_MS);
    expect(world.marks).toEqual([STUCK]);
    expect(record()).toMatchObject({ reason: "stuck", task });
  },
  30_000,
);

it("messages that are never published, with a broker that is there, have the board restarted", () => {
  const bench = new Bench().start();
  partsOf(bench).readingDesk.poll = () => false;
  bench.modem.deliver(1, gsm7("+447700900123", "one"));
  expect(() => bench.run(10 * MINUTE_MS)).toThrow("The board was reset.");
  expect(record()).toMatchObject({ reason: "stuck", task: "messages" });
}, 30_000);

it("a display that is never looked at has the board restarted", () => {
  const bench = new Bench().start();
  partsOf(bench).screen.isDue = () => false;
  expect(() => bench.run(20 * MINUTE_MS)).toThrow("The board was reset.");
  expect(record()).toMatchObject({ reason: "stuck", task: "display" });
}, 30_000);

it("a write to the flash that never gets its turn has the board restarted", () => {
  const bench = new Bench().start();
  const { inbox, link, modem } = partsOf(bench);
  inbox.repeats.isWaiting = () => true;
  link.isBusy = () => true;
  // Held for the flash, the modem says nothing more.
  let word = 0;
  Object.defineProperty(modem, "lineAt", { get: () => word++, set: () => {} });
  expect(() => bench.run(10 * MINUTE_MS)).toThrow("The board was reset.");
  expect(record()).toMatchObject({ reason: "stuck", task: "flash" });
}, 30_000);

it.each([
  ["the modem is silent", ({ modem }: Bench) => Object.assign(modem, { isSilent: true })],
  ["the broker is away", ({ broker }: Bench) => Object.assign(broker, { mode: "silent" })],
  ["the broker refuses", ({ broker }: Bench) => Object.assign(broker, { connackCode: 5 })],
  ["the broker acknowledges nothing", ({ broker }: Bench) => Object.assign(broker, { acknowledges: false })],
])(
  "nothing is restarted for half an hour while %s",
  (_case, spoil) => {
    const bench = new Bench().start();
    spoil(bench);
    bench.modem.deliver(1, gsm7("+447700900123", "one"));
    bench.run(30 * MINUTE_MS);
    expect(world.marks).toEqual([]);
  },
  60_000,
);

it("without Wi-Fi the board restarts by the Wi-Fi's own rule, five minutes after power-on", () => {
  const bench = new Bench();
  world.wifi.hasNetwork = false;
  expect(() => bench.run(20 * MINUTE_MS)).toThrow("The board was reset.");
  expect(record()).toMatchObject({ task: "network" });
  expect(world.now).toBeGreaterThan(295_000);
}, 30_000);
