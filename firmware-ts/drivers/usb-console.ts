// The console port on the board's USB serial port.
import { enter_maintenance, octet, say } from "usb_console";
import type { Console } from "../ports/console.ts";

export class UsbConsole implements Console {
  octet(): int<-1, 255> {
    return octet();
  }

  say(line: string): void {
    say(line);
  }

  enterMaintenance(): void {
    enter_maintenance();
  }
}
