// A message comes, and a command to send one, on a board that has one trouble, which its boot.py makes.
import { expect } from "vitest";
import type { BoardEvent } from "../../virtual-board/board.ts";
import { GatewayBench } from "./gateway-bench.ts";
import { idOf, pduOf } from "./messages.ts";

/** When the message comes, and the command. */
export const TROUBLE_FROM_MS = 20_000;
const RESTART_MS = 30_000;
const TO = "+447700900123";

/** How the board took it. */
export interface Taken {
  /** The reason that is on record; "" the gateway went on. */
  readonly crash: string;
  readonly log: readonly BoardEvent[];
  readonly boots: number;
}

/**
 * Fails if one of the two is lost or done twice.
 * @param boot the boot.py
 * @param name of the trouble, for who reads a failure
 */
export async function afterTrouble(boot: string, name: string): Promise<Taken> {
  const bench = await GatewayBench.make();
  bench.expectEnd();
  await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(boot) });
  await bench.start();
  await bench.board.advance(TROUBLE_FROM_MS - bench.board.nowMs);
  const pdu = pduOf({ text: "hello" });
  const command = JSON.stringify({ id: "c", to: TO, text: "The door is open" });
  await bench.deliver(pdu);
  await bench.command(command);
  await bench.wait(RESTART_MS);
  await bench.untilSimIsEmpty();
  // Whoever is not sure says it again.
  await bench.command(command);
  await bench.wait(15_000);
  const runs = await bench.publishedIdsByConnection();
  expect(new Set(runs.flat()), name).toEqual(new Set([idOf(pdu)]));
  for (const ids of runs) expect(new Set(ids).size, name).toBe(ids.length);
  const told = (await bench.told()).map(({ state }) => state);
  const submitted = (await bench.submitted()).length;
  expect(told.at(-1), name).toMatch(/^(sent|unknown)$/);
  expect(submitted, `${name}: ${told}`).toBeLessThanOrEqual(1);
  if (told.includes("sent")) expect(submitted, name).toBe(1);
  const { crash } = await bench.board.readFlash();
  const { boots } = await bench.board.state();
  await bench.finish();
  return { crash: Buffer.from(crash ?? []).toString(), log: bench.board.log, boots };
}
