// AT+CMGS: the prompt, the check of the PDU, the network's reference (AT Command Manual V1.12, 4.2.5).

import { type Command, integerArgument } from "../command-line.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse } from "../modem.ts";
import { inspectPdu, isPduHex } from "../tpdu.ts";
import { withStorage } from "./messages.ts";

/** Octets of a TPDU at most: SMS-SUBMIT with 140 octets of user data (3GPP TS 23.040 9.2.2.2). */
const TPDU_OCTETS_MAX = 164;

function send(modem: Modem, command: Command): Answer {
  if (command.form === "test") return ok();
  if (modem.profile.cmgf === 1) return sendText(modem, command);
  const length = integerArgument(command, 0, Number.NaN);
  if (!(length >= 1 && length <= TPDU_OCTETS_MAX)) return refuse({ cms: 304 });
  return prompt(modem, (body) => {
    const fits = isPduHex(body) && inspectPdu(body).length === length;
    return fits ? handOver(modem, body.toUpperCase()) : refuse({ cms: 304 });
  });
}

function sendText(modem: Modem, command: Command): Answer {
  const number = command.args[0];
  if (!number) return refuse({ cms: 305 });
  return prompt(modem, (body) => handOver(modem, `${number}: ${body}`));
}

function prompt(modem: Modem, finish: (body: string) => Answer): Answer {
  return { units: ["\r\n> "], result: "none", delayMs: modem.settings.timing.promptMs, prompt: { finish } };
}

function handOver(modem: Modem, pdu: string): Answer {
  if (!modem.radio.registered) return refuse({ cms: 331 });
  const reference = (modem.sent.length % 255) + 1;
  modem.sent.push({ pdu, reference, atMs: modem.now() });
  return { ...ok(`+CMGS: ${reference}`), delayMs: modem.settings.timing.sendMs };
}

export const SENDING_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CMGS": withStorage(send),
};
