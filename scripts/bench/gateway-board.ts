// A virtual board that runs the gateway in virtual time, with the broker model beside it: what every measurement uses.
import { defaultSettings, EMBEDDED_PORT } from "../../board-tests/control/sim-settings.ts";
import type { HardwareReport } from "../../board-tests/models/gateway-hardware.ts";
import type { BrokerReport, ReceivedMessage } from "../../board-tests/models/mqtt-broker/broker.ts";
import { encodeDeliver } from "../../board-tests/models/sim800/pdu-encode.ts";
import { type BoardOptions, VirtualBoard } from "../../board-tests/virtual-board/board.ts";

/** There and back between board and broker, in ms. */
export const ROUND_TRIP_MS = 10;

/** From power to a gateway that is connected and has nothing to do, with a margin, in ms: the modem's 5 s, Wi-Fi's 4 s. */
const START_MS_MAX = 60_000;
const SMS_TOPIC = "gateway/sms";
const TEXT_SEPTETS = 160;

/** A board with the firmware of folder `device` (and `files` beside it), without power. Close it after use. */
export async function gatewayBoard(device: string, options: Partial<BoardOptions> = {}): Promise<VirtualBoard> {
  return VirtualBoard.create({
    firmware: device,
    settings: defaultSettings(),
    time: "virtual",
    network: { kind: "model", roundTripMs: ROUND_TRIP_MS, brokerPort: EMBEDDED_PORT },
    ...options,
  });
}

/** Gives the board to `measure` and closes it, whatever happens. */
export async function withBoard<T>(board: VirtualBoard, measure: (board: VirtualBoard) => Promise<T>): Promise<T> {
  try {
    return await measure(board);
  } finally {
    await board.close();
  }
}

/** Power, and time until the gateway is connected and the modem is set up. */
export async function start(board: VirtualBoard): Promise<void> {
  await board.powerOn();
  const listed = board.runUntilEvent((event) => event.type === "uart" && event.text === "AT+CMGL=4", START_MS_MAX, 0);
  await listed.catch(explain(board));
  await board.runUntil(async () => (await brokerEvents(board)).some(({ type }) => type === "published"), START_MS_MAX);
  await board.advance(2_000);
}

/** A message's PDU: 160 characters of the GSM 7 bit alphabet, beginning with `number`. */
export function fullMessage(number: number): string {
  const text = `${number} `.padEnd(TEXT_SEPTETS, "The quick brown fox jumps over the lazy dog. ");
  const [pdu] = encodeDeliver({ from: "+447700900123", text, time: "2026-11-22T09:30:45+00:00" });
  if (pdu === undefined) throw new Error("a message has at least one PDU");
  return pdu;
}

/** The messages on the gateway's SMS topic, as the broker got them. */
export async function receivedSms(board: VirtualBoard): Promise<ReceivedMessage[]> {
  const messages = (await board.broker("messages")) as ReceivedMessage[];
  return messages.filter(({ topic }) => topic === SMS_TOPIC);
}

/** The slots of the SIM that hold a message. */
export async function storedCount(board: VirtualBoard): Promise<number> {
  const { modem } = (await board.hardware({ do: "report" })) as HardwareReport;
  return modem?.slots.length ?? 0;
}

async function brokerEvents(board: VirtualBoard): Promise<BrokerReport["events"]> {
  return ((await board.broker("report")) as BrokerReport).events;
}

/** What the gateway printed says why it did not start. */
function explain(board: VirtualBoard): (error: Error) => never {
  return (error) => {
    throw new Error(`the gateway did not start: ${error.message}\nIt printed:\n${board.stdout.join("\n")}`);
  };
}
