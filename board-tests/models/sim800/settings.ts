// What can be set on the emulated SIM800. Marked [f]: field knowledge that no manual states, so that a test can try
// the other behaviour. The rest follows the SIM800 Series AT Command Manual V1.12.

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
  /** The same for single commands, by name, in ms [f]. */
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
  /** AT+IPR is stored at once (hardware design guide), not only by AT&W. */
  iprSavedAtOnce: boolean;
}

export interface Sim800Settings {
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
  /** Message slots of the modem's own memory [f: few or none]. */
  modemSlots: number;
  serviceCentre: string;
  operator: string;
  /** 0 to 31, or 99 for unknown, as +CSQ gives it. */
  rssi: number;
  /** +CREG's stat once registered: 1 home, 5 roaming; 2 or 3 for a network that does not take it. */
  registration: 1 | 2 | 3 | 5;
  supplyMv: number;
  /** The stored rate; 0: autobauding, as from the factory. */
  ipr: number;
  /** AT+CMEE after AT&F: the manual says 0, its own example shows 1. */
  factoryCmee: 0 | 1 | 2;
  /** AT+CMGF after AT&F: 0 PDU mode, 1 text mode [f]. */
  factoryCmgf: 0 | 1;
  /** Network time at the clock's zero, in ms since 1970 (UTC); null: the network sends none. */
  networkEpochMs: number | null;
  /** Answers of the network to USSD codes. */
  ussd: Readonly<Record<string, string>>;
  timing: Sim800Timing;
  behaviour: Sim800Behaviour;
}

/** Settings as a caller gives them: only what differs. */
export type Sim800Options = Partial<Omit<Sim800Settings, "timing" | "behaviour">> & {
  timing?: Partial<Sim800Timing>;
  behaviour?: Partial<Sim800Behaviour>;
};

const TIMING: Sim800Timing = {
  bootMs: 3_000,
  simReadyMs: 3_300,
  callReadyMs: 4_500,
  smsReadyMs: 4_600,
  registeredMs: 5_000,
  resetPulseMs: 105,
  replyMs: 20,
  commandMs: { "+CMGR": 50, "+CMGL": 50, "+CMGD": 50, "+CMGDA": 200 },
  promptMs: 50,
  sendMs: 3_000,
  heldDeliveryMs: 2_000,
  heldSpacingMs: 500,
  ussdMs: 2_000,
};

const BEHAVIOUR: Sim800Behaviour = {
  urcPlacement: "between-entries",
  emptySlotAnswer: "ok",
  emptyDeleteAnswer: "ok",
  alphaField: "quoted",
  blankLinesInListing: false,
  announcedMemory: null,
  storageErrorBeforeReady: 521,
  typeAhead: "keep",
  autobaudMisses: 0,
  iprSavedAtOnce: true,
};

const SETTINGS: Sim800Settings = {
  imei: "867322030012345",
  revision: "Revision:1418B05SIM800L24",
  simPresent: true,
  iccid: "8944100030012345678F",
  imsi: "234100012345678",
  ownNumber: null,
  pin: null,
  puk: "12345678",
  slots: 30,
  modemSlots: 0,
  serviceCentre: "+447785016005",
  operator: "Virtual",
  rssi: 18,
  registration: 1,
  supplyMv: 3_950,
  ipr: 0,
  factoryCmee: 0,
  factoryCmgf: 0,
  networkEpochMs: null,
  ussd: { "*100#": "Your balance is 5.00" },
  timing: TIMING,
  behaviour: BEHAVIOUR,
};

/** The full settings: the defaults with `options` over them. */
export function sim800Settings(options: Sim800Options = {}): Sim800Settings {
  return {
    ...SETTINGS,
    ...options,
    timing: { ...TIMING, ...options.timing, commandMs: { ...TIMING.commandMs, ...options.timing?.commandMs } },
    behaviour: { ...BEHAVIOUR, ...options.behaviour },
  };
}
