// The modem's parameters: which AT&W keeps, which AT&F and ATZ bring back, which are lost at every start.

/** Kept by AT&W (AT Command Manual V1.12, 2.2.9). */
export interface SavedProfile {
  echo: boolean;
  cmee: number;
  creg: number;
  cgreg: number;
  cmgf: number;
  /** mode, mt, bm, ds, bfr of AT+CNMI. */
  cnmi: readonly [number, number, number, number, number];
  cscs: string;
  clts: number;
  csclk: number;
  /** 0: autobauding. */
  ipr: number;
}

/** Never kept: set again after every start. */
export interface VolatileProfile {
  sclass0: number;
  clip: number;
  csms: number;
  csdh: number;
  cusd: number;
  cpms: readonly [string, string, string];
}

export type Profile = SavedProfile & VolatileProfile;

/** What AT&F brings back, with the two that it leaves alone taken from `kept`. */
export function factoryProfile(
  settings: { factoryCmee: number; factoryCmgf: number },
  kept: Pick<SavedProfile, "ipr" | "csclk">,
): SavedProfile {
  const { factoryCmee: cmee, factoryCmgf: cmgf } = settings;
  const { ipr, csclk } = kept;
  return { echo: true, cmee, creg: 0, cgreg: 0, cmgf, cnmi: [2, 1, 0, 0, 0], cscs: "IRA", clts: 0, csclk, ipr };
}

export function volatileDefaults(): VolatileProfile {
  return { sclass0: 0, clip: 0, csms: 0, csdh: 0, cusd: 0, cpms: ["SM", "SM", "SM"] };
}

/** The part of `profile` that AT&W writes. */
export function savedPart(profile: Profile): SavedProfile {
  const { echo, cmee, creg, cgreg, cmgf, cnmi, cscs, clts, csclk, ipr } = profile;
  return { echo, cmee, creg, cgreg, cmgf, cnmi, cscs, clts, csclk, ipr };
}
