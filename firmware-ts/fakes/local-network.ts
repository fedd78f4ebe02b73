// The board's own network in the unit tests' world: its access point, who connects to the board, who sends it datagrams.
import type { SocketAddress } from "socket";

/** The board's access point: MicroPython's until the program has said otherwise (ports/rp2/main.c). */
export class AccessPoint {
  isOn = false;
  ssid = "PICO1234";
  key = "picoW123";
  security = 0x400004;
  channel = 3;
  /** Addresses of the radios that have joined. */
  stations: Uint8Array[] = [];
  /** Names under which it was on, one after the other. */
  readonly names: string[] = [];

  setOn(on: boolean): void {
    if (on && !this.isOn) this.names.push(this.ssid);
    if (!on) this.stations = [];
    this.isOn = on;
  }
}

/** A port of the board at which it listens. */
export class BoardPort<Connection> {
  readonly waiting: { connection: Connection; from: SocketAddress }[] = [];
  constructor(readonly backlog: number) {}
}

/** The first address of its kind that DHCP gives. */
export const PHONE = "192.168.4.16";
