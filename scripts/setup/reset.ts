// npm run setup -- --reset: a board as it was before it was set up. The program stays. The gateway does it by itself where it can.
import { answererAt } from "../device/console.ts";
import { DeviceError } from "../device/device-error.ts";
import type { Words } from "../device/words.ts";
import type { BoardSession } from "./board-session.ts";
import type { Terminal } from "./terminal.ts";

const WORD = "RESET";
/** A gateway that erases: some 45 ms for each of 212 blocks, 400 at worst, and what the modem needs for the SIM. */
const ERASING_MS_MAX = 180_000;

/**
 * What is somebody's own: settings and their copy, certificates, the setup page's key, commands, parts of messages, the record
 * of a crash; and what was begun of each.
 */
const FILES: readonly string[] = [
  "settings.json",
  "settings.good",
  "settings.new",
  "settings.save",
  "settings.kept",
  "client.key.der",
  "client.key.new",
  "client.der",
  "client.new",
  "ca.der",
  "ca.new",
  "portal.key",
  "journal",
  "journal.new",
  "outbox",
  "outbox.new",
  "parts",
  "parts.new",
  "discovery",
  "crash",
  "starts",
];

export interface Agreement {
  /** The SIM's messages go, too. */
  readonly withSim: boolean;
}

/** @returns null unless the word was typed */
export async function agreeToReset(terminal: Terminal): Promise<Agreement | null> {
  terminal.say(
    "This removes settings, passwords, certificates, commands and parts of messages from the board, and overwrites where\n" +
      "they lay. The gateway's program stays.",
  );
  if ((await terminal.ask(`Type ${WORD} to go on: `)) !== WORD) return null;
  return { withSim: /^y(es)?$/i.test(await terminal.ask("Delete the messages on the SIM, too? [y/N] ")) };
}

/** The board stands at its prompt, and is a gateway that nobody has set up in the end. Throws a DeviceError. */
export async function resetBoard(session: BoardSession, { withSim }: Agreement, words: Words): Promise<void> {
  words.say("Removing and overwriting; this takes up to a minute, and goes on by itself …");
  const removed = await session.reset(FILES, withSim);
  await session.leave();
  if (removed === null) return untilErased(session.port);
  words.say(removed.length > 0 ? `Removed: ${removed.join(", ")}.` : "There was nothing to remove.");
  if (withSim) words.warn("The messages on the SIM stay: this gateway is too old to delete them. A telephone can.");
}

/** The board erases after one restart, and restarts when it has done so. Throws a DeviceError when it does not. */
async function untilErased(port: string): Promise<void> {
  for (const end = performance.now() + ERASING_MS_MAX; ; ) {
    const { answerer, line } = await answererAt(port);
    const isOver = answerer.kind === "gateway" && (answerer.diagnosis.erased ?? -1) < 0;
    if (!isOver) await line.until(() => null, end - performance.now());
    const { isGone } = line;
    await line.close();
    if (isOver) return;
    if (isGone) continue;
    if (answerer.kind === "gateway")
      throw new DeviceError("The board still erases after three minutes.\n  Leave it its power: it goes on by itself.");
    throw new DeviceError("The board was erased, but no gateway answers now.\n  npm run doctor looks for the reason.");
  }
}
