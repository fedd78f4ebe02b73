// What a board itself can be told, beside its hardware: by tests and by the simulator.
import type { Internet } from "../models/network/internet.ts";
import type { VirtualNetwork } from "../models/virtual-network.ts";
import type { BoardState, OwnCommand } from "./board-messages.ts";
import { fillBlocks, fillRoot, removeFillings } from "./fill-flash.ts";
import type { Flash } from "./flash.ts";
import type { FlashChip } from "./flash-chip.ts";
import type { Lwip } from "./lwip.ts";
import type { ProfileEntry, Profiler } from "./profiler.ts";
import type { Radio } from "./radio.ts";
import type { UsbOutput } from "./usb-output.ts";

/** What they are about. */
export interface OwnParts {
  readonly radio: Radio;
  readonly lwip: Lwip;
  readonly flash: Flash;
  readonly chip: FlashChip;
  readonly virtualNetwork: VirtualNetwork | undefined;
  readonly internet: Internet | undefined;
  readonly usbOutput: UsbOutput;
  readonly profiler: Profiler | undefined;
  state(): BoardState;
}

/** Returns what OwnCommand says of it. */
export function runOwnCommand(command: OwnCommand, parts: OwnParts): unknown {
  const { lwip, flash, chip, virtualNetwork, internet, profiler } = parts;
  const { wlan } = parts.radio;
  switch (command.do) {
    case "state":
      return parts.state();
    case "access-points":
      return wlan.setAccessPoints(command.accessPoints);
    case "wifi-link":
      return wlan.setLink(command.up);
    case "cable":
      if (virtualNetwork) virtualNetwork.up = command.up;
      return undefined;
    case "wifi-faults":
      return Object.assign(wlan.faults, command.faults);
    case "wifi-dhcp":
      wlan.options.dhcpMs = command.ms;
      return undefined;
    case "wifi-address":
      wlan.changeAddress(command.address);
      return lwip.addressChanged();
    case "hosts":
      if (virtualNetwork) virtualNetwork.hosts = command.addresses && new Set(command.addresses);
      return undefined;
    case "internet":
      internet?.change(command.change);
      return internet?.report();
    case "flash-cut-at":
      chip.options.cutAt = command.operation ?? Number.POSITIVE_INFINITY;
      return undefined;
    case "profile-begin":
      return profiler?.clear();
    case "profile":
      return profiler?.report() satisfies ProfileEntry[] | undefined;
    case "hold-ups":
      return profiler?.holdUps();
    case "usb-host":
      parts.usbOutput.setHost(command.host);
      return { ...parts.usbOutput.stalls };
    case "flash-erase-ms":
      chip.options.eraseMs = command.ms;
      return undefined;
    case "flash-read-only":
      chip.options.readOnly = command.on;
      return undefined;
    case "flash-fill":
      removeFillings(flash);
      if (command.with !== "nothing") fillBlocks(flash);
      if (command.with === "all") fillRoot(flash);
      return undefined;
    case "flash-read":
      return Object.fromEntries(flash.list().filter(([, contents]) => contents));
    case "flash-write":
      return flash.install(command.path, command.contents);
  }
}
