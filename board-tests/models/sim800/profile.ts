// The modem's parameters: which AT&W keeps, which AT&F and ATZ bring back, which are lost at every start.

import { MODEL_CLASSES, type ModelName } from "./model-class.ts";

/** Kept by AT&W (AT Command Manual V1.12, 2.2.9). */
export interface SavedProfile {
  echo: boolean;
  cmee: number;
  creg: number;
  cgreg: number;
  cereg: number;
  cmgf: number;
  /** mode, mt, bm, ds, bfr of AT+CNMI. */
  cnmi: readonly [number, number, number, number, number];
  cscs: string;
  clts: number;
  /** AT+CTZR of the newer class. */
  ctzr: number;
  csclk: number;
  ciurc: number;
  /** 0: autobauding. */
  ipr: number;
  /** Both ways of flow control, as AT+IFC tells them. */
  ifc: string;
  /** Format and parity, as AT+ICF tells them. */
  icf: string;
  /** The first octet of AT+CSMP; its other three are not kept. */
  csmpFo: number;
}

/** Never kept: set again after every start. */
export interface VolatileProfile {
  sclass0: number;
  clip: number;
  crc: number;
  csms: number;
  csdh: number;
  cusd: number;
  ccpd: number;
  cpms: readonly [string, string, string];
  /** The phonebook in use. */
  cpbs: string;
  /** Format of AT+COPS?: 0 long name, 1 short name, 2 number. */
  copsFormat: number;
  /** Validity, protocol and coding of AT+CSMP. */
  csmp: readonly [number, number, number];
}

export type Profile = SavedProfile & VolatileProfile;

/** 17: SMS-SUBMIT with a relative validity period (manual 4.2.13). */
const CSMP_FO = 17;

/** What AT&F brings back, with those that it leaves alone taken from `kept` (manual 2.2.6). */
export function factoryProfile(
  settings: { factoryCmee: number; factoryCmgf: number },
  kept: Pick<SavedProfile, "ipr" | "csclk" | "ifc" | "icf">,
): SavedProfile {
  const { factoryCmee: cmee, factoryCmgf: cmgf } = settings;
  const { ipr, csclk, ifc, icf } = kept;
  return {
    echo: true,
    cmee,
    creg: 0,
    cgreg: 0,
    cereg: 0,
    cmgf,
    cnmi: [2, 1, 0, 0, 0],
    cscs: "IRA",
    clts: 0,
    ctzr: 0,
    ciurc: 1,
    csmpFo: CSMP_FO,
    ipr,
    csclk,
    ifc,
    icf,
  };
}

export function volatileDefaults(model: ModelName): VolatileProfile {
  const memory = MODEL_CLASSES[model].factoryMemory;
  return {
    sclass0: 0,
    clip: 0,
    crc: 0,
    csms: 0,
    csdh: 0,
    cusd: 0,
    ccpd: 1,
    cpms: [memory, memory, memory],
    cpbs: "SM",
    copsFormat: 0,
    csmp: [167, 0, 0],
  };
}

/** The part of `profile` that AT&W writes; `saved` says which keys that are. */
export function savedPart(profile: Profile, saved: SavedProfile): SavedProfile {
  const keys = Object.keys(saved) as (keyof SavedProfile)[];
  return Object.fromEntries(keys.map((key) => [key, profile[key]])) as unknown as SavedProfile;
}
