// The SIM's PIN: a right one is entered, a wrong one once and never again, and never when that could block the SIM.
import { describe, expect, it } from "vitest";
import { world } from "../fakes/world.ts";
import { Bench, SETTINGS } from "./support/bench.ts";
import { gsm7 } from "./support/pdu-encoder.ts";

const READY = "\r\n+CPIN: READY\r\n\r\nOK\r\n";
const ASKS = "\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n";

/** A SIM with a PIN, in the modem of a bench. */
class Sim {
  tries = 3;
  isOpen = false;

  constructor(
    private readonly bench: Bench,
    private readonly pin: string,
  ) {
    this.tell();
  }

  /** What it says now; after each AT+CPIN it is another. */
  tell(): void {
    const { overrides } = this.bench.modem;
    const isBlocked = this.tries === 0;
    overrides.set("AT+CPIN?", this.isOpen ? READY : isBlocked ? "\r\n+CPIN: SIM PUK\r\n\r\nOK\r\n" : ASKS);
    overrides.set("AT+SPIC", `\r\n+SPIC: ${this.tries},3,10,10\r\n\r\nOK\r\n`);
  }

  /** Answers what was entered since the last call. */
  enter(entered: string): void {
    this.isOpen = entered === this.pin;
    this.tries = this.isOpen ? 3 : Math.max(this.tries - 1, 0);
    this.tell();
  }
}

function bench(simPin: string | undefined, pin: string): { bench: Bench; sim: Sim } {
  const made = new Bench({ ...SETTINGS, ...(simPin === undefined ? {} : { sim_pin: simPin }) });
  return { bench: made, sim: wired(made, new Sim(made, pin)) };
}

/** Whatever is entered reaches the SIM. */
function wired(made: Bench, sim: Sim): Sim {
  const { overrides } = made.modem;
  const get = overrides.get.bind(overrides);
  const has = overrides.has.bind(overrides);
  overrides.has = (command) => command.startsWith("AT+CPIN=") || has(command);
  overrides.get = (command) => {
    const [, entered] = /^AT\+CPIN="(.*)"$/.exec(command) ?? [];
    if (entered === undefined) return get(command);
    sim.enter(entered);
    return sim.isOpen ? "\r\nOK\r\n" : "\r\n+CME ERROR: 16\r\n";
  };
  return sim;
}

const entered = (made: Bench) => made.modem.commandsLike("AT+CPIN=");

describe("a SIM with a PIN", () => {
  it("that is in the settings is opened, and the gateway works; after a restart of the modem again", () => {
    const { bench: made, sim } = bench("4711", "4711");
    made.modem.slots.set(1, gsm7("+447700900123", "one"));
    made.run(20_000);
    expect(made.broker.messages().map(({ text }) => text)).toEqual(["one"]);
    sim.isOpen = false;
    sim.tell();
    made.modem.reboot();
    made.run(20_000);
    expect(entered(made)).toEqual(['AT+CPIN="4711"', 'AT+CPIN="4711"']);
    expect(made.said.at(-1)).toMatch(/modem: ready/);
    expect(made.said.join("\n")).not.toContain("4711");
  });

  it("that the settings have wrong is tried once, and never again, over restarts, until they have another", () => {
    const { bench: made, sim } = bench("1234", "4711");
    made.run(60_000);
    expect(made.said.some((line) => /E \d+ modem: wrong-pin/.test(line))).toBe(true);
    for (let n = 0; n < 5; n++) {
      made.modem.reboot();
      made.run(20_000);
      made.powerCycle();
      // More than a minute: five quick starts would be safe mode.
      made.run(65_000);
    }
    expect(entered(made)).toEqual(['AT+CPIN="1234"']);
    expect(sim.tries).toBe(2);
    world.files.set("/settings.json", Buffer.from(JSON.stringify({ ...SETTINGS, sim_pin: "4711" })));
    made.powerCycle();
    made.run(60_000);
    expect(entered(made)).toEqual(['AT+CPIN="1234"', 'AT+CPIN="4711"']);
    expect(sim.isOpen).toBe(true);
  });

  it("of which one try is left is never touched", () => {
    const { bench: made, sim } = bench("4711", "4711");
    sim.tries = 1;
    sim.tell();
    made.run(60_000);
    expect(entered(made)).toEqual([]);
    expect(sim.tries).toBe(1);
  });

  it.each([
    ["the modem does not say how many tries are left", "\r\nERROR\r\n"],
    ["its answer is damaged", "\r\n+SPIC: x\r\n\r\nOK\r\n"],
  ])("is never touched when %s", (_case, answer) => {
    const { bench: made } = bench("4711", "4711");
    made.modem.overrides.set("AT+SPIC", answer);
    made.run(60_000);
    expect(entered(made)).toEqual([]);
  });

  it("is not entered when the journal cannot keep that it was tried", () => {
    const { bench: made } = bench("4711", "4711");
    world.isReadOnly = true;
    made.run(60_000);
    expect(entered(made)).toEqual([]);
  });

  it("whose right PIN went out in a power cut is opened after it", () => {
    for (let cutMs = 0; cutMs < 4_000; cutMs += 100) {
      const { bench: made, sim } = bench("4711", "4711");
      made.run(cutMs);
      sim.isOpen = false;
      sim.tell();
      made.powerCycle();
      made.run(30_000);
      expect(sim.isOpen, `${cutMs} ms`).toBe(true);
    }
  });

  it("that is not in the settings, or asks for the PUK, is left to its owner", () => {
    const { bench: none } = bench(undefined, "4711");
    none.run(60_000);
    expect(none.modem.commandsLike("AT+SPIC")).toEqual([]);
    expect(none.said.some((line) => /E \d+ modem: pin/.test(line))).toBe(true);
    const { bench: blocked, sim } = bench("4711", "4711");
    sim.tries = 0;
    sim.tell();
    blocked.run(60_000);
    expect(entered(blocked)).toEqual([]);
  });
});

describe("a PIN in the settings", () => {
  it.each(["123", "123456789", "12a4", '1"\r', "12 4"])(
    "%j is refused: no character of it can be a command",
    (sim_pin) => {
      const made = new Bench({ ...SETTINGS, sim_pin });
      made.run(5_000);
      expect(made.said.join()).toMatch(/sim_pin must be the SIM's PIN/);
      expect(made.modem.commands).toEqual([]);
    },
  );
});
