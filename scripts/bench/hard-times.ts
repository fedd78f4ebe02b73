// How deep the gateway's calls go and how long its loop is held up at most, over everything that can go on at once:
// a full SIM, messages of every kind, a broker that is away, refuses, forgets to acknowledge, a Wi-Fi that goes.
import { encodeDeliver } from "../../board-tests/models/sim800/pdu-encode.ts";
import type { BoardState, VirtualBoard } from "../../board-tests/virtual-board/board.ts";
import type { Figure } from "./figure.ts";
import { fullMessage, gatewayBoard, receivedSms, storedCount, withBoard } from "./gateway-board.ts";

/** The board's stack holds 28 plain calls; four are kept for interrupts and for what a message may still need. */
const PLAIN_CALLS_MAX = 24;
const HOLD_UP_MS_MAX = 100;

const STORED = 29;
const EMPTY_MS_MAX = 600_000;
/** A short one, one in Unicode, one in two parts, and one that cannot be decoded. */
const MESSAGES_A_ROUND = 4;
const TIME = "2026-11-22T09:30:45+00:00";

/** A message with octets that cannot be: the length of its user data goes beyond its end. */
const UNDECODABLE = "0791447758100650040C91447700091032000062112290035400A0E8";

/** What is done to a gateway that is at work, and for how long, in ms of the board's time. */
const TROUBLES: readonly {
  begin: (board: VirtualBoard) => unknown;
  end: (board: VirtualBoard) => unknown;
  ms: number;
}[] = [
  {
    begin: (board) => board.broker("setFaults", { withholdPuback: true }),
    end: (board) => board.broker("setFaults", { withholdPuback: false }),
    ms: 20_000,
  },
  {
    begin: (board) => board.broker("setFaults", { refuseCode: 3 }).then(() => board.broker("dropConnections")),
    end: (board) => board.broker("setFaults", { refuseCode: 0 }),
    ms: 20_000,
  },
  {
    begin: (board) => board.broker("setFaults", { withholdConnack: true }).then(() => board.broker("dropConnections")),
    end: (board) => board.broker("setFaults", { withholdConnack: false }),
    ms: 20_000,
  },
  {
    begin: (board) => board.tell({ do: "wifi-link", up: false }),
    end: (board) => board.tell({ do: "wifi-link", up: true }),
    ms: 30_000,
  },
  { begin: (board) => board.hardware({ do: "modem-restart" }), end: () => {}, ms: 20_000 },
];

export async function measureHardTimes(device: string, charged = true): Promise<Figure[]> {
  const { depth, heldUpMs } = await withBoard(await gatewayBoard(device, { charged }), async (board) => {
    const { depth } = await throughHardTimes(board);
    return { depth, heldUpMs: await heldUpIn(board) };
  });
  return [
    {
      id: "depth_plain_calls",
      name: "deepest chain of calls",
      unit: "calls",
      value: depth.plainCalls,
      target: { limit: PLAIN_CALLS_MAX, is: "most" },
    },
    {
      id: "hold_up_ms",
      name: "longest hold-up of the loop, but for flash writes",
      unit: "ms",
      value: heldUpMs,
      target: { limit: HOLD_UP_MS_MAX, is: "most" },
    },
  ];
}

/** By the gateway's own count, which begins with its loop: before it, there is nobody to be kept waiting. */
async function heldUpIn(board: VirtualBoard): Promise<number> {
  board.type('{"cmd":"diagnose"}\n');
  await board.advance(1_000);
  const answer = board.stdout.filter((line) => line.startsWith("{")).at(-1);
  const { hold_up_ms } = JSON.parse(answer ?? "{}") as { hold_up_ms?: number };
  if (hold_up_ms === undefined) throw new Error(`the gateway did not say how long its loop was held up: ${answer}`);
  return hold_up_ms;
}

/** All of it, from power on; flash writes take no time. */
export async function throughHardTimes(board: VirtualBoard): Promise<BoardState> {
  for (let number = 1; number <= STORED; number++) {
    await board.hardware({ do: "modem-preload", pdu: fullMessage(number) });
  }
  // A flash write is one of the few things that may hold the loop up for longer: it is left out.
  await board.tell({ do: "flash-erase-ms", ms: 0 });
  await board.powerOn();
  for (const [round, { begin, end, ms }] of TROUBLES.entries()) {
    await untilEmpty(board);
    await deliverEveryKind(board, round);
    await begin(board);
    await board.advance(ms);
    await end(board);
  }
  await untilEmpty(board);
  await checkWhatHappened(board);
  return board.state();
}

/** The same long message once more would be taken for what it is: the network's repeat. */
async function deliverEveryKind(board: VirtualBoard, round: number): Promise<void> {
  const pdus = [
    fullMessage(0),
    ...encodeDeliver({ from: "Amazon", text: "Ваш код 791985 😀", time: TIME }),
    ...encodeDeliver({ from: "+447700900123", text: `A long one, ${round}. `.repeat(15), time: TIME }),
    UNDECODABLE,
  ];
  for (const pdu of pdus) await board.hardware({ do: "modem-deliver", pdu });
}

async function untilEmpty(board: VirtualBoard): Promise<void> {
  await board.runUntil(async () => (await storedCount(board)) === 0, EMPTY_MS_MAX, 500);
}

/** A gateway that crashed, or published nothing, would show fine figures. */
async function checkWhatHappened(board: VirtualBoard): Promise<void> {
  const { boots } = await board.state();
  const published = await receivedSms(board);
  const least = STORED + TROUBLES.length * MESSAGES_A_ROUND;
  if (boots !== 1) throw new Error(`the gateway restarted in hard times:\n${board.stdout.join("\n")}`);
  if (published.length < least) throw new Error(`only ${published.length} of ${least} messages were published`);
}
