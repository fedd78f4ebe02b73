// The wiring of a gateway, and the commands that reach it from outside.

import { describe, expect, it } from "vitest";
import { GatewayHardware } from "../gateway-hardware.ts";
import type { HardwareEvent } from "../hardware-messages.ts";
import type { Delivery } from "../sim800/mailbox.ts";
import { pduOf } from "../sim800/tests/fixture.ts";
import { ManualClock } from "./manual-clock.ts";

describe("the wiring", () => {
  it("is that of docs/hardware.md: UART0, I2C1, GP26 and GP21", () => {
    const hardware = new GatewayHardware(new ManualClock());
    expect([hardware.uartLine(0), hardware.uartLine(1)]).toEqual([hardware.uart, undefined]);
    expect([hardware.i2cBus(0), hardware.i2cBus(1)?.scan()]).toEqual([undefined, [0x3c]]);
    expect(hardware.pin(26)).toBe(hardware.modem?.resetPin);
    expect(hardware.pin(21)).toBe(hardware.modeSwitch);
    expect(hardware.pin("LED")).toBe(hardware.led);
    expect([hardware.pin(14), hardware.pin(15)]).toEqual([hardware.i2c.sda, hardware.i2c.scl]);
    expect(hardware.pin(2)).toBeUndefined();
  });

  it("can be without a display, or with one elsewhere and smaller", () => {
    expect(new GatewayHardware(new ManualClock(), { display: null }).i2c.scan()).toEqual([]);
    const small = new GatewayHardware(new ManualClock(), { display: { height: 32, address: 0x3d } });
    expect([small.i2c.scan(), small.display?.height]).toEqual([[0x3d], 32]);
  });

  it("the switch may be closed from the start", () => {
    const clock = new ManualClock();
    const hardware = new GatewayHardware(clock, { setup: true });
    clock.advance(50);
    expect(hardware.pin(21)?.level()).toBe(0);
  });
});

describe("commands", () => {
  it("answers are plain data that can cross to another thread", () => {
    const clock = new ManualClock();
    const hardware = new GatewayHardware(clock);
    hardware.powerOn();
    clock.advance(10_000);
    const delivery = hardware.command({ do: "modem-deliver", pdu: pduOf("one") }) as Delivery;
    expect(structuredClone(delivery)).toMatchObject({ slot: 1, offeredAtMs: 10_000 });
    const report = structuredClone(hardware.command({ do: "report" }));
    expect(report).toMatchObject({ setup: false, modem: { powered: true, registration: 1, slots: [{ slot: 1 }] } });
    expect(structuredClone(hardware.command({ do: "frame" }))).toMatchObject({ width: 128, height: 64, on: false });
  });

  it("reach the modem's supply, its SIM and what the network sends of its own", () => {
    const clock = new ManualClock();
    const hardware = new GatewayHardware(clock, { modem: { ipr: 115_200 } });
    const lines: string[] = [];
    hardware.onEvent((event) => event.type === "uart-line" && lines.push(event.text));
    hardware.uart.configure(4_096);
    hardware.powerOn();
    clock.advance(10_000);
    hardware.command({ do: "modem-preload", pdu: pduOf("one") });
    hardware.command({ do: "modem-overwrite", slot: 1, pdu: pduOf("two") });
    hardware.command({ do: "modem-supply", millivolts: 3_450, ms: 1_000 });
    clock.advance(500);
    expect(hardware.command({ do: "report" })).toMatchObject({
      modem: { supplyMv: 3_450, slots: [{ slot: 1, pdu: pduOf("two") }] },
    });
    clock.advance(1_000);
    expect(hardware.command({ do: "report" })).toMatchObject({ modem: { supplyMv: 3_950 } });
    hardware.uart.write(Uint8Array.from("AT+CUSD=1\r", (character) => character.charCodeAt(0)));
    clock.advance(500);
    hardware.command({ do: "modem-ussd", answer: { n: 0, text: "told" } });
    hardware.command({ do: "modem-sim", present: false });
    hardware.command({ do: "modem-supply", millivolts: 3_300 });
    clock.advance(500);
    expect(lines).toEqual(
      expect.arrayContaining([
        "UNDER-VOLTAGE WARNNING",
        '+CUSD: 0, "told", 15',
        "+CPIN: NOT INSERTED",
        "UNDER-VOLTAGE POWER DOWN",
      ]),
    );
  });

  it("a PDU that is none is refused with a sentence", () => {
    const hardware = new GatewayHardware(new ManualClock());
    expect(() => hardware.command({ do: "modem-deliver", pdu: "xyz" })).toThrow("hex digits in pairs");
  });

  it("a power cut takes modem and display, a reset of the board neither", () => {
    const clock = new ManualClock();
    const hardware = new GatewayHardware(clock);
    hardware.powerOn();
    hardware.i2c.write(0x3c, Uint8Array.of(0x00, 0x8d, 0x14, 0xaf));
    hardware.boardReset();
    expect([hardware.display?.on, hardware.modem?.report().powered]).toEqual([true, true]);
    hardware.powerOff();
    expect([hardware.display?.on, hardware.modem?.report().powered]).toEqual([false, false]);
  });
});

describe("a bridge to another modem", () => {
  it("passes every byte unchanged, both ways", () => {
    const clock = new ManualClock();
    const hardware = new GatewayHardware(clock, { modem: "bridge" });
    const events: HardwareEvent[] = [];
    hardware.onEvent((event) => events.push(event));
    const all = Uint8Array.from({ length: 256 }, (_, value) => value);
    hardware.uart.setBaud(19_200);
    hardware.uart.configure(4_096);
    hardware.uart.write(all);
    clock.advance(1_000);
    const out = events.flatMap((event) => (event.type === "bridge-out" ? [...event.bytes] : []));
    expect(out).toEqual([...all]);
    hardware.command({ do: "bridge-in", bytes: all });
    clock.advance(1_000);
    const view = new Uint8Array(512);
    expect(hardware.uart.readInto(view)).toBe(256);
    expect([...view.subarray(0, 256)]).toEqual([...all]);
  });

  it("cannot be told what only the emulated modem understands", () => {
    const hardware = new GatewayHardware(new ManualClock(), { modem: "bridge" });
    expect(() => hardware.command({ do: "modem-restart" })).toThrow("a real one");
  });
});
