// What the gateway does on topics that are not below its own: Home Assistant's, and those of the first gateway of its kind.
// Each is there only where the settings ask for it.
import type { Command } from "../domain/command-queue.ts";
import type { Millis } from "../domain/millis.ts";
import type { DecodedPdu } from "../domain/pdu/decode.ts";

export interface SideTopics {
  /** Something was published for the gateway. @returns whether it was on one of these topics */
  takes(command: Command): boolean;
  /** A message was published, and is settled whatever happens here. @param text null where it has none */
  received(decoded: DecodedPdu, text: string | null): void;
  /** While the broker is there. */
  poll(now: Millis): void;
}
