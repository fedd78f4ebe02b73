// AT+CNMI: what the modem says of new messages, and when (AT Command Manual V1.12, 4.2.8).

import { type Command, integerArgument } from "../command-line.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse } from "../modem.ts";
import { withStorage } from "./storage.ts";

function announcements(modem: Modem, command: Command): Answer {
  const ranges = modem.model.announcementRanges;
  if (command.form === "query") return ok(`+CNMI: ${modem.profile.cnmi.join(",")}`);
  if (command.form === "test") return ok(`+CNMI: ${ranges.map((values) => `(${values.join(",")})`).join(",")}`);
  const values = ranges.map((_, index) => integerArgument(command, index, modem.profile.cnmi[index] as number));
  if (!values.every((value, index) => ranges[index]?.includes(value))) return refuse({ cms: 303 });
  modem.profile.cnmi = values as [number, number, number, number, number];
  return { ...ok(), afterwards: () => modem.mailbox.announcementsSet() };
}

export const ANNOUNCEMENT_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CNMI": withStorage(announcements),
  "+CNMA": withStorage(() => ok()),
};
