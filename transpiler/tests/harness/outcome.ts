// How a program ended, in one form for Node and for the device, so that the two can be compared.

export interface Outcome {
  readonly stdout: string;
  /** null: it ran to its end. Else what ended it, as `Error: sentence`. */
  readonly failure: string | null;
}
