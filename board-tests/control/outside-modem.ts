// A modem outside in place of the emulated one, over TCP or a serial device: bytes pass unchanged both ways.

import { connect } from "node:net";
import { UsageError } from "./sim-options.ts";

export interface OutsideModem {
  /** Sends to the modem; a serial device first takes the rate that the board has set, in baud. */
  send(bytes: Uint8Array, baud: number): void;
  close(): Promise<void>;
}

export interface OutsideModemEvents {
  received(bytes: Uint8Array): void;
  /** The connection is gone, with a sentence on why. */
  lost(reason: string): void;
}

/** Rate of a serial device until the board has set one, in baud. */
const BAUD_DEFAULT = 19_200;

/** Opens `tcp://host:port` or the path of a serial device. Rejects with UsageError if that does not work. */
export function openOutsideModem(where: string, events: OutsideModemEvents): Promise<OutsideModem> {
  const tcp = /^tcp:\/\/(?:\[([^\]]+)\]|([^:/]+)):(\d+)\/?$/.exec(where);
  if (tcp) return openTcp((tcp[1] ?? tcp[2]) as string, Number(tcp[3]), events);
  if (where.includes("://"))
    return Promise.reject(new UsageError(`--uart ${where} is no modem: write tcp://host:port or a serial device.`));
  return openSerial(where, events);
}

function openTcp(host: string, port: number, events: OutsideModemEvents): Promise<OutsideModem> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    const failed = (error: Error): void =>
      reject(new UsageError(`--uart: nobody answers on ${host}, port ${port} (${error.message}).`));
    socket.once("error", failed);
    socket.once("connect", () => {
      socket.off("error", failed);
      socket.on("error", (error) => events.lost(error.message));
      socket.on("end", () => events.lost("the other side has closed the connection"));
      socket.on("data", (bytes) => events.received(bytes));
      resolve({
        send: (bytes) => void socket.write(bytes),
        close: async () => void socket.removeAllListeners("end").destroy(),
      });
    });
  });
}

async function openSerial(path: string, events: OutsideModemEvents): Promise<OutsideModem> {
  const { SerialPort } = await import("serialport");
  const port = new SerialPort({ path, baudRate: BAUD_DEFAULT, autoOpen: false });
  await new Promise<void>((resolve, reject) => {
    port.open((error) =>
      error
        ? reject(new UsageError(`--uart ${path} cannot be opened: ${error.message.replace(/^Error: /, "")}.`))
        : resolve(),
    );
  });
  port.on("data", (bytes: Buffer) => events.received(bytes));
  port.on("close", () => events.lost("the serial device is gone"));
  let rate = BAUD_DEFAULT;
  return {
    send(bytes, baud) {
      if (baud !== rate) port.update({ baudRate: baud });
      rate = baud;
      port.write(Buffer.from(bytes));
    },
    close: () =>
      new Promise((resolve) => {
        port.removeAllListeners("close");
        port.close(() => resolve());
      }),
  };
}
