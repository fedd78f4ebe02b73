// AT+CMGS, AT+CMGW and AT+CMSS: the prompt, the check of the PDU, the network's reference; AT+CSMP and AT+CSCA
// (AT Command Manual V1.12, 4.2.5, 4.2.6, 4.2.10 to 4.2.13).

import { type Command, integerArgument } from "../command-line.ts";
import { openMemory, storeUnder } from "../memory-names.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse } from "../modem.ts";
import { encodeSubmit } from "../submit-encode.ts";
import { inspectPdu, isPduHex } from "../tpdu.ts";
import { withStorage } from "./storage.ts";

/** Octets of a TPDU at most: SMS-SUBMIT with 140 octets of user data (3GPP TS 23.040 9.2.2.2), SMS-DELIVER alike. */
const TPDU_OCTETS_MAX = 164;

/** The service centre's address in a PDU that leaves it to AT+CSCA. */
const OWN_CENTRE = "00";

type Finish = (modem: Modem, pdu: string) => Answer;

/** AT+CMGS or AT+CMGW: what stands at the prompt becomes a PDU, which `finish` takes. */
function promptFor(finish: Finish): CommandHandler {
  return (modem, command) => {
    if (command.form === "test") return ok();
    return modem.profile.cmgf === 1 ? promptForText(modem, command, finish) : promptForPdu(modem, command, finish);
  };
}

function promptForPdu(modem: Modem, command: Command, finish: Finish): Answer {
  const length = integerArgument(command, 0, Number.NaN);
  if (!(length >= 1 && length <= TPDU_OCTETS_MAX)) return refuse({ cms: 304 });
  return prompt(modem, (body) => {
    const fits = isPduHex(body) && inspectPdu(body).length === length;
    return fits ? finish(modem, body.toUpperCase()) : refuse({ cms: 304 });
  });
}

function promptForText(modem: Modem, command: Command, finish: Finish): Answer {
  const number = command.args[0];
  if (!number) return refuse({ cms: 305 });
  return prompt(modem, (body) => {
    const { cscs, csmpFo: fo, csmp } = modem.profile;
    const pdu = encodeSubmit({ number, body, characterSet: cscs, fo, csmp });
    return pdu === undefined ? refuse({ cms: 305 }) : finish(modem, pdu);
  });
}

function prompt(modem: Modem, finish: (body: string) => Answer): Answer {
  return { units: ["\r\n> "], result: "none", delayMs: modem.settings.timing.promptMs, prompt: { finish } };
}

const handOver = (modem: Modem, pdu: string, name = "+CMGS"): Answer => {
  if (!modem.radio.registered) return refuse({ cms: 331 });
  if (pdu.startsWith(OWN_CENTRE) && modem.serviceCentre === "") return refuse({ cms: 330 });
  return { ...ok(`${name}: ${modem.outbox.take(pdu)}`), delayMs: modem.settings.timing.sendMs };
};

const STORED_UNSENT = 2;
const STORED_SENT = 3;

const keep: Finish = (modem, pdu) => {
  const status = inspectPdu(pdu).kind === "deliver" ? 1 : STORED_UNSENT;
  const stored = storeUnder(modem, modem.profile.cpms[1], { status, pdu });
  return stored ? ok(`+CMGW: ${stored.slot}`) : refuse({ cms: 322 });
};

/** AT+CMSS=index: sends what AT+CMGW has stored. */
function sendStored(modem: Modem, command: Command): Answer {
  if (command.form === "test") return ok();
  const memory = openMemory(modem, modem.profile.cpms[1]);
  const slot = integerArgument(command, 0, Number.NaN);
  const message = memory.has(slot) ? memory.read(slot) : undefined;
  if (!message || message.status < STORED_UNSENT) return refuse({ cms: 321 });
  const answer = handOver(modem, message.pdu, "+CMSS");
  if (answer.result === "OK") memory.put(slot, { ...message, status: STORED_SENT });
  return answer;
}

function textParameters(modem: Modem, command: Command): Answer {
  const { csmpFo, csmp } = modem.profile;
  if (command.form === "query") return ok(`+CSMP: ${[csmpFo, ...csmp].join(",")}`);
  if (command.form === "test") return ok();
  const [fo = 0, ...rest] = [csmpFo, ...csmp].map((value, index) => integerArgument(command, index, value));
  if (![fo, ...rest].every((value) => value >= 0 && value <= 255)) return refuse({ cms: 302 });
  modem.profile.csmpFo = fo;
  modem.profile.csmp = rest as [number, number, number];
  return ok();
}

function serviceCentre(modem: Modem, command: Command): Answer {
  if (command.form === "test") return ok();
  if (command.form === "query") {
    const type = modem.serviceCentre.startsWith("+") || modem.serviceCentre === "" ? 145 : 129;
    return ok(`+CSCA: "${modem.serviceCentre}",${type}`);
  }
  const [number = "", type] = command.args;
  if (!/^\+?\d{0,20}$/.test(number)) return refuse({ cms: 304 });
  modem.serviceCentre = type === "145" && number !== "" && !number.startsWith("+") ? `+${number}` : number;
  return ok();
}

export const SENDING_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CMGS": withStorage(promptFor((modem, pdu) => handOver(modem, pdu))),
  "+CMGW": withStorage(promptFor(keep)),
  "+CMSS": withStorage(sendStored),
  "+CSMP": textParameters,
  "+CSCA": withStorage(serviceCentre),
};
