// npm run setup -- --reset: a board as it was before it was set up. The program stays, and so does what the SIM holds.
import type { Words } from "../device/words.ts";
import type { BoardSession } from "./board-session.ts";
import type { Terminal } from "./terminal.ts";

const WORD = "RESET";

/**
 * What is somebody's own: settings and their copy, certificates, the setup page's key, commands, parts of messages, the record
 * of a crash; and what was begun of each.
 */
const FILES: readonly string[] = [
  "settings.json",
  "settings.good",
  "settings.new",
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
  "crash",
  "starts",
];
/** What the setup page was given and nobody has saved. */
const DRAFTS = ".draft";

/** @returns whether the word was typed */
export async function agreeToReset(terminal: Terminal): Promise<boolean> {
  terminal.say(
    "This removes settings, passwords, certificates, commands and parts of messages from the board, and overwrites where\n" +
      "they lay. The gateway's program stays, and so do the messages on the SIM.",
  );
  return (await terminal.ask(`Type ${WORD} to go on: `)) === WORD;
}

/** The board stands at its prompt. */
export async function resetBoard(session: BoardSession, words: Words): Promise<void> {
  words.say("Removing and overwriting; half a minute …");
  const removed = await session.wipe(FILES, DRAFTS);
  words.say(removed.length > 0 ? `Removed: ${removed.join(", ")}.` : "There was nothing to remove.");
}
