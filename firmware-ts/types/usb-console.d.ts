// runtime-py/usb_console.py: the USB serial port's input and output, and the way to the prompt.
declare module "usb_console" {
  /** The next octet that has come in; -1 when there is none. */
  export function octet(): int<-1, 255>;
  /** A line, unless nobody takes it. */
  export function say(line: string): void;
  /** Restarts the board; main.py then leaves it at its prompt for a while. */
  export function enter_maintenance(): void;
}
