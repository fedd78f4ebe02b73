// A board for one test: made, given power, closed at the test's end.
import { onTestFinished } from "vitest";
import { type BoardOptions, VirtualBoard } from "../board.ts";

/** A board in virtual time with the network's models and an empty bench but for `main` as its main.py. */
export async function boardWith(main: string, options: Partial<BoardOptions> = {}): Promise<VirtualBoard> {
  const board = await VirtualBoard.create({
    firmware: { "main.py": main },
    time: "virtual",
    network: { kind: "model" },
    ...options,
  });
  onTestFinished(() => board.close());
  await board.powerOn();
  return board;
}

/** What `main` prints until it ends. */
export async function printedBy(main: string, options: Partial<BoardOptions> = {}): Promise<string[]> {
  const board = await boardWith(main, options);
  await board.runUntilEvent((event) => event.type === "prompt", 3_600_000, 0);
  return board.stdout;
}
