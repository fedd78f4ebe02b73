// Instants and durations. An instant is what the clock port gives: milliseconds since the start, never backwards.

/** Milliseconds since the start: 34 years of them. Only differences of two instants mean anything. */
export type Millis = int<0, 1099511627775>;
