// Calls: they ring, and can be rejected; none is taken or made (AT Command Manual V1.12, chapters 2 and 3).

import { type CommandHandler, type Modem, ok, refuse } from "../modem.ts";
import { addressType } from "../tpdu.ts";
import { parameter } from "./parameter.ts";

const hangUp: CommandHandler = (modem) => {
  modem.incomingCall.end();
  return ok();
};

/** The call that rings: incoming (1), its state incoming (4), voice (0), no conference (0). */
function currentCalls(modem: Modem) {
  const { caller } = modem.incomingCall;
  return caller === null ? ok() : ok(`+CLCC: 1,1,4,0,0,"${caller}",${addressType(caller)},""`);
}

/** No voice on a gateway: the other side never answers, and taking a call ends it. */
const noCarrier: CommandHandler = (modem) => {
  modem.incomingCall.end();
  return refuse("NO CARRIER");
};

export const CALL_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  H: hangUp,
  "+CHUP": hangUp,
  A: noCarrier,
  D: noCarrier,
  "+CLIP": parameter("+CLIP", "clip", [0, 1]),
  "+CRC": parameter("+CRC", "crc", [0, 1]),
  "+CLCC": currentCalls,
};
