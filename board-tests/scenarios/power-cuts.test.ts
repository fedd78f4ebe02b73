// The power fails at any moment: nothing is lost, and what is published again has the same id.
import { describe, expect, it } from "vitest";
import { powerCutStories } from "./stories/power-cuts.ts";
import { GatewayBench, onBoard } from "./support/gateway-bench.ts";
import { idOf, pduOf } from "./support/messages.ts";

/** There and back between board and broker: long enough to cut between PUBLISH and PUBACK. */
const ROUND_TRIP_MS = 200;

const PDU = pduOf({ text: "hello" });

type Moment = (bench: GatewayBench) => Promise<unknown>;

const received: Moment = (bench) =>
  bench.board.runUntil(async () => (await bench.received()).length > 0, 10_000, ROUND_TRIP_MS / 10);

const READ_AGAIN: Moment = async (bench) => {
  await received(bench);
  await bench.untilSent("AT+CMGR=1");
};

/** Each with how often the message comes in all. */
const MOMENTS: Record<string, { reach: Moment; times: number }> = {
  "while the message is being read": { reach: (bench) => bench.untilSent("AT+CMGR=1"), times: 1 },
  "after PUBLISH, before PUBACK": { reach: received, times: 2 },
  "after PUBACK, before the slot is read again": {
    reach: async (bench) => {
      await received(bench);
      await bench.board.advance(ROUND_TRIP_MS / 2 + 1);
    },
    times: 2,
  },
  "after the slot was read again, before deletion": { reach: READ_AGAIN, times: 2 },
  "after AT+CMGD was sent": { reach: (bench) => bench.untilSent("AT+CMGD=1"), times: 1 },
};

const CUTS = { "the board alone": false, "board and modem": true };

describe.each(Object.entries(CUTS))("a power cut for %s", (_what, modemToo) => {
  // Fault 38.
  it.each(Object.entries(MOMENTS))("%s loses nothing", async (_moment, { reach, times }) => {
    const bench = await GatewayBench.started({ network: { kind: "model", roundTripMs: ROUND_TRIP_MS } });
    await bench.deliver(PDU);
    await reach(bench);
    await bench.board.powerOff({ modemToo });
    await bench.board.advance(500);
    await bench.start();
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual(Array.from({ length: times }, () => idOf(PDU)));
  });
});

powerCutStories(onBoard);
