// A board without a VM for tests of the interface: the hardware's models on a clock that is moved by hand.

import { GatewayHardware, type HardwareOptions } from "../../models/gateway-hardware.ts";
import type { HardwareCommand } from "../../models/hardware-messages.ts";
import { ManualClock } from "../../models/tests/manual-clock.ts";
import type { BoardState } from "../../virtual-board/board-messages.ts";
import type { Portal } from "../../virtual-board/host-doors.ts";
import type { BoardPort } from "../board-port.ts";
import type { Networks } from "../sim-networks.ts";

export class ModelBoard implements BoardPort {
  readonly clock = new ManualClock();
  readonly hardware_: GatewayHardware;
  powered = false;
  /** What it says of itself, and was told. */
  address: Portal | null = null;
  networks: Networks = "any";

  constructor(options: HardwareOptions = {}) {
    this.hardware_ = new GatewayHardware(this.clock, options);
  }

  async power(on: boolean): Promise<void> {
    this.powered = on;
    if (on) this.hardware_.powerOn();
    else this.hardware_.powerOff();
  }

  async hardware(command: HardwareCommand): Promise<unknown> {
    return structuredClone(this.hardware_.command(command));
  }

  portal(): Portal | null {
    return this.address;
  }

  async setNetworks(networks: Networks): Promise<void> {
    this.networks = networks;
  }

  async state(): Promise<BoardState> {
    return {
      nowMs: this.clock.now(),
      powered: this.powered,
      running: this.powered,
      resetCause: 1,
      boots: 1,
      wifi: { active: false, status: 0, link: false, ssid: "", address: "0.0.0.0" },
      accessPoint: { active: false, ssid: "PICO2B33", key: "picoW123", channel: 3, stations: [] },
      sockets: { tcp: 0, udp: 0 },
      flash: { operations: 0, eraseMs: 0, usedBytes: 0 },
      depth: { frames: 0, stackBytes: 0, plainCalls: 0 },
      watchdog: null,
      hooks: 0,
    };
  }
}
