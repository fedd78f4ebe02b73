// What the gateway answers to this page, as it goes over the wire.

export interface Network {
  readonly ssid: string;
  /** dBm */
  readonly rssi: number;
  readonly locked: boolean;
}

/** GET /api/setup. */
export interface Setup {
  readonly configured: boolean;
  readonly networks: readonly Network[];
  /** Of a secret only whether it is set. */
  readonly settings: Record<string, unknown>;
  readonly files: Record<string, boolean>;
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly key: string;
  readonly sentence: string;
}

export interface Step {
  readonly name: string;
  readonly state: "waiting" | "running" | "done" | "failed" | "skipped";
}

/** GET /api/status. */
export interface Status {
  readonly modem: Readonly<Record<string, string | number | null>>;
  readonly test: {
    readonly steps: readonly Step[];
    /** "" none, or not yet. */
    readonly problem: string;
    readonly seconds: number;
  } | null;
  readonly idle_s: number;
}
