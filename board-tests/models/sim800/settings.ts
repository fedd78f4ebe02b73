// What can be set on the emulated modem. Marked [f]: field knowledge that no manual states, so that a test can try
// the other behaviour. The rest follows the SIM800 Series AT Command Manual V1.12. defaults.ts has the values.

import { BEHAVIOUR, SETTINGS, TIMING } from "./defaults.ts";
import { MODEL_CLASSES, type ModelName } from "./model-class.ts";

/** Where an unsolicited line may go while an answer is being sent. */
export type UrcPlacement = "after-answer" | "between-entries" | "between-lines";

export interface Sim800Timing {
  /** From power or reset to the first command that is answered, in ms [f: 2.7 to 3 s]. */
  bootMs: number;
  /** From power to +CPIN: READY, in ms [f]. */
  simReadyMs: number;
  /** From power to `Call Ready`, in ms [f: 4 to 15 s]. */
  callReadyMs: number;
  /** From power to `SMS Ready`, in ms [f]; from then on storage commands work. */
  smsReadyMs: number;
  /** From power to being registered with the network, in ms [f: 5 to 30 s]. */
  registeredMs: number;
  /** Shortest low pulse on RST that resets, in ms (SIM800L Hardware Design V1.00, table 6). */
  resetPulseMs: number;
  /** From the end of a command to the start of its answer, in ms, where `commandMs` has no entry [f: 5 to 50]. */
  replyMs: number;
  /** The same for single commands, in ms [f]: by name, or by name with the `?`, `=` or `=?` that follows it. */
  commandMs: Readonly<Record<string, number>>;
  /** From AT+CMGS to its prompt, in ms [f]. */
  promptMs: number;
  /** From Ctrl-Z to the network's reference, in ms [f: 3 to 6 s; the manual allows 60 s]. */
  sendMs: number;
  /** From a freed slot, or from registering, to the first message that the network held, in ms [f]. */
  heldDeliveryMs: number;
  /** Between two messages that the network held, in ms [f]. */
  heldSpacingMs: number;
  /** From AT+CUSD to the network's answer, in ms [f]. */
  ussdMs: number;
  /** Between two RINGs, in ms [f: 3 to 5 s]. */
  ringMs: number;
  /** Between two warnings about the supply while it lasts, in ms [f]. */
  supplyWarningMs: number;
  /** With AT+CSCLK=2: from the last octet to sleep, in ms (manual 3.2.20: five seconds). */
  sleepAfterMs: number;
  /** From the octet that wakes it to the first one that it hears, in ms (hardware design: 100 ms). */
  wakeMs: number;
}

export interface Sim800Behaviour {
  urcPlacement: UrcPlacement;
  /** AT+CMGR of an empty slot: a bare OK on the SIM800 [f], +CMS ERROR: 321 elsewhere. */
  emptySlotAnswer: "ok" | "cms-321";
  /** AT+CMGD of an empty slot: OK [f], or +CMS ERROR: 321. */
  emptyDeleteAnswer: "ok" | "cms-321";
  /** The alphanumeric field of +CMGL and +CMGR: `""`, nothing between the commas, or left out with its comma. */
  alphaField: "quoted" | "empty" | "absent";
  /** A blank line between the entries of a listing [f]. */
  blankLinesInListing: boolean;
  /** The memory named in +CMTI, if another than the one stored to [f]. */
  announcedMemory: string | null;
  /** Storage commands before SMS Ready: +CMS ERROR with this number, or answered all the same (null) [f]. */
  storageErrorBeforeReady: number | null;
  /** Bytes that arrive while a command runs: kept and run afterwards, or lost [f]. */
  typeAhead: "keep" | "drop";
  /** AT lines that go unanswered before autobauding has found the rate [f]. */
  autobaudMisses: number;
  /** Octets that it sends while it finds the rate, before its first answer [f]. */
  autobaudNoise: readonly number[];
  /** AT+IPR is stored at once (hardware design guide), not only by AT&W. */
  iprSavedAtOnce: boolean;
  /** What ESC at the prompt is answered by [f]. */
  escapeAnswer: "ok" | "none";
  /** The answer to AT+CFUN=1,1: by the manual before the restart while autobauding, else after it. */
  restartAnswer: "by-rate" | "before" | "after";
  /** A restart of its own cuts off the line that is being sent, as RST and a power cut do in any case [f]. */
  restartCutsLine: boolean;
  /** Until `simReadyMs` the SIM is busy (CME 14, CMS 314), or answers at once [f]. */
  simBusyAtStart: boolean;
  /** The SIM is closed with AT+CFUN=0, and opened again by AT+CFUN=1 [f]. */
  minimumClosesSim: boolean;
  /** The number for the last wrong PIN before the PUK is asked for: 12 or 16 [f]. */
  lastPinError: 12 | 16;
  /** `MISSED_CALL: 10:15AM +44…` after a caller gave up [f]. */
  missedCallLine: boolean;
  /** The network tells its time twice [f]. */
  networkTimeTwice: boolean;
  /** How the firmware spells it: WARNNING in the manual, WARNING in some versions. */
  warningWord: "WARNNING" | "WARNING";
  /** It turns itself off below 3.4 V and above 4.4 V; some versions want AT+CBATCHK=1 for it. */
  automaticPowerDown: boolean;
  /** PWRKEY is tied to ground on the board: it starts again when the supply is back [f]. */
  powerKeyTied: boolean;
}

/** What the network answers to a USSD code. */
export interface UssdAnswer {
  /** 0 done, 1 a reply is wanted, 2 ended by the network, 4 not supported, 5 timed out (3GPP TS 27.007 7.15). */
  n: 0 | 1 | 2 | 4 | 5;
  text?: string;
  /** Coding as +CUSD tells it: 15 the GSM alphabet, 72 UCS2 in hex. */
  dcs?: 15 | 72;
  /** Answers to what is sent within the session that n 1 leaves open. */
  replies?: Readonly<Record<string, UssdAnswer>>;
}

/** What the network reports of a sent message that asked for it. */
export interface ReportOutcome {
  delayMs: number;
  /** TP-Status (3GPP TS 23.040 9.2.3.15): 0 delivered, 0x20 still trying, 0x40 and above given up. */
  status: number;
}

export interface Sim800Settings {
  /** Which class of modem this is: model-class.ts says what follows from it. */
  model: ModelName;
  imei: string;
  revision: string;
  /** False: no SIM in the holder. */
  simPresent: boolean;
  iccid: string;
  imsi: string;
  /** What AT+CNUM gives, with its `+`; null: the SIM does not know it. */
  ownNumber: string | null;
  /** Null: no PIN asked for. */
  pin: string | null;
  puk: string;
  /** Message slots of the SIM: 10 to 50. */
  slots: number;
  /** Message slots of the modem's own memory [f: few or none on a SIM800]. */
  modemSlots: number;
  serviceCentre: string;
  operator: string;
  /** 0 to 31, or 99 for unknown, as +CSQ gives it. */
  rssi: number;
  /** +CREG's stat once registered: 1 home, 5 roaming; 2 or 3 for a network that does not take it. */
  registration: 1 | 2 | 3 | 5;
  supplyMv: number;
  /** Below this it stops without a word, in mV [f]. */
  brownOutMv: number;
  /** The stored rate; 0: autobauding, as from the factory. */
  ipr: number;
  /** AT+CMEE after AT&F: the manual says 0, its own example shows 1. */
  factoryCmee: 0 | 1 | 2;
  /** AT+CMGF after AT&F: 0 PDU mode, 1 text mode [f]. */
  factoryCmgf: 0 | 1;
  /** Network time at the clock's zero, in ms since 1970 (UTC); null: the network sends none. */
  networkEpochMs: number | null;
  /** The network's local time is this many minutes ahead of UTC. */
  networkOffsetMinutes: number;
  /** Answers of the network to USSD codes; a text alone is a last answer in the GSM alphabet. */
  ussd: Readonly<Record<string, string | UssdAnswer>>;
  /** Null: the network sends no status reports. */
  statusReport: ReportOutcome | null;
  /** The reference that +CMGS gives to the first message, 0 to 255. */
  firstReference: number;
  timing: Sim800Timing;
  behaviour: Sim800Behaviour;
}

/** Settings as a caller gives them: only what differs. */
export type Sim800Options = Partial<Omit<Sim800Settings, "timing" | "behaviour">> & {
  timing?: Partial<Sim800Timing>;
  behaviour?: Partial<Sim800Behaviour>;
};

/** The full settings: the defaults, those of the class of modem over them, `options` over both. */
export function sim800Settings(options: Sim800Options = {}): Sim800Settings {
  const { revision, modemSlots, factoryRate: ipr, emptySlotAnswer } = MODEL_CLASSES[options.model ?? SETTINGS.model];
  return {
    ...SETTINGS,
    revision,
    modemSlots,
    ipr,
    ...options,
    timing: { ...TIMING, ...options.timing, commandMs: { ...TIMING.commandMs, ...options.timing?.commandMs } },
    behaviour: { ...BEHAVIOUR, emptySlotAnswer, ...options.behaviour },
  };
}
