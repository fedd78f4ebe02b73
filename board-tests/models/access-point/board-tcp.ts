// What a board's TCP and the far end of a connection tell each other, segment by segment. Whoever calls has put the segment
// on the air: it arrives later.

/** The far end, which opened the connection. */
export interface Caller {
  readonly host: string;
  readonly port: number;
  /** SYN, ACK. */
  accepted(): void;
  data(bytes: Uint8Array): void;
  /** The program has read so many bytes: the window is as much wider. */
  read(count: number): void;
  /** FIN. */
  closed(): void;
  /** RST. */
  reset(): void;
}

/** The board's end. What it is told has arrived. */
export interface BoardEnd {
  /** ACK of its SYN. */
  established(): void;
  /** @param offset of the first byte in the stream @returns up to which byte it has all of them */
  segment(offset: number, bytes: Uint8Array): number;
  acknowledged(count: number): void;
  /** FIN. */
  ended(): void;
  /** ACK of its FIN. */
  endAcknowledged(): void;
  /** RST. */
  reset(): void;
}

/** The board as those see it who send something to it. */
export interface BoardTcp {
  /** SYN. "dropped": no answer, it may be tried again; "refused": RST, nobody listens. */
  open(port: number, caller: Caller): BoardEnd | "dropped" | "refused";
  /** A datagram to one of its ports. */
  datagram(port: number, from: { host: string; port: number }, bytes: Uint8Array): void;
}

/** TCP_MSS and TCP_WND of MicroPython's lwIP, which the board tells of when a connection is opened. */
export const SEGMENT_BYTES_MAX = 800;
export const WINDOW_BYTES = 6400;
