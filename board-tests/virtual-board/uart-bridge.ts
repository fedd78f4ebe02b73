// machine.UART on the model of the serial line (ports/rp2/machine_uart.c).
import type { UartLine } from "../models/uart-line.ts";
import type { BridgeFunctions, VmMemory } from "./bridge.ts";
import type { SimClock } from "./clock.ts";
import { MODEM_PINS, UART_PINS } from "./pico-pins.ts";

/** The transmitter's FIFO beside the txbuf; a write blocks only beyond both. */
const TX_FIFO_BYTES = 32;

interface Port {
  line: UartLine | undefined;
  baud: number;
  txbuf: number;
  timeoutMs: number;
  timeoutCharMs: number;
}

/** 0 for pins that can be this UART's, 1 for a wrong TX pin, 2 for a wrong RX pin. */
export const UART_PINS_OK = 0;
export const BAD_TX_PIN = 1;
export const BAD_RX_PIN = 2;

export function uartFunctions(
  clock: SimClock,
  memory: VmMemory,
  lineOf: (id: number) => UartLine | undefined,
): BridgeFunctions {
  const ports = new Map<number, Port>();
  const port = (id: number) => ports.get(id) as Port;

  /** -1 is that nothing came in time. */
  const readInto = (id: number, address: number, length: number): number => {
    const { line, timeoutMs, timeoutCharMs } = port(id);
    let taken = 0;
    let waitMs = timeoutMs;
    while (taken < length) {
      if (!line || (line.any() === 0 && !clock.wait(clock.now() + waitMs, () => line.any() > 0))) break;
      taken += line.readInto(memory.view(address + taken, length - taken));
      waitMs = timeoutCharMs;
    }
    return taken === 0 && length > 0 ? -1 : taken;
  };

  return {
    uart_check: (id: number, tx: number, rx: number) => {
      const pins = UART_PINS[id as 0 | 1];
      if (!(pins.tx as readonly number[]).includes(tx)) return BAD_TX_PIN;
      return (pins.rx as readonly number[]).includes(rx) ? UART_PINS_OK : BAD_RX_PIN;
    },
    uart_open: (
      id: number,
      baud: number,
      tx: number,
      rx: number,
      rxbuf: number,
      txbuf: number,
      timeoutMs: number,
      charMs: number,
    ) => {
      const line = tx === MODEM_PINS.tx && rx === MODEM_PINS.rx ? lineOf(id) : undefined;
      // At least a whole character, with 13 bits to be safe (machine_uart.c).
      const timeoutCharMs = Math.max(charMs, Math.floor(13_000 / baud) + 1);
      ports.set(id, { line, baud, txbuf, timeoutMs, timeoutCharMs });
      line?.setBaud(baud);
      line?.configure(rxbuf);
      return null;
    },
    uart_baud: (id: number, baud: number) => {
      port(id).baud = baud;
      port(id).line?.setBaud(baud);
      return null;
    },
    uart_any: (id: number) => {
      clock.look();
      return port(id).line?.any() ?? 0;
    },
    uart_read: (id: number, address: number, length: number) => {
      clock.look();
      return readInto(id, address, length);
    },
    uart_write: (id: number, address: number, length: number) => {
      const { line, baud, txbuf } = port(id);
      if (!line) return length;
      const doneAtMs = line.write(memory.copy(address, length));
      clock.wait(doneAtMs - ((txbuf + TX_FIFO_BYTES) * 10_000) / baud);
      return length;
    },
    uart_tx_done: (id: number) => {
      clock.look();
      const { line } = port(id);
      return !line || line.txDoneAt() <= clock.now();
    },
    uart_flush: (id: number) => {
      const { line } = port(id);
      if (line) clock.wait(line.txDoneAt());
      return null;
    },
  };
}
