// One socket of lwIP as the model keeps it, the limits of a Pico W, and what a socket's data cost in memory
// (extmod/modlwip.c, extmod/lwip-include/lwipopts_common.h).
import type { Pcb } from "./lwip-pcb.ts";

/** MEMP_NUM_TCP_PCB: connections at the same time. */
export const TCP_SOCKETS_MAX = 5;
/** MEMP_NUM_UDP_PCB less those of DHCP, mDNS and lwIP's own resolver. */
export const UDP_SOCKETS_MAX = 2;
/** TCP_MSS */
const SEGMENT_BYTES = 800;
/** TCP_SND_BUF, 8 segments */
export const SEND_BUFFER_BYTES = 6400;
/** MEM_SIZE: the pool for what is on its way out, of all connections. */
export const MEMORY_BYTES = 8000;
/** What one segment takes of it beyond its data: headers of pbuf, TCP, IP and Ethernet. */
export const SEGMENT_OVERHEAD_BYTES = 76;

/** MP_STREAM_POLL_… of py/stream.h. */
export const POLL = { READ: 1, WRITE: 4, ERROR: 8, HANG_UP: 16, INVALID: 32 } as const;

/** STATE_… of modlwip.c. */
export type State = "new" | "listening" | "connecting" | "connected" | "peer-closed" | "failed";

interface Datagram {
  host: string;
  port: number;
  bytes: Uint8Array;
}

export interface Socket {
  kind: "tcp" | "udp";
  state: State;
  /** MicroPython's number when the state is 'failed'. */
  errno: number;
  errorText: string;
  received: Uint8Array[];
  receivedBytes: number;
  /** Bytes sent and not acknowledged. */
  inFlight: number;
  secured: boolean;
  datagrams: Datagram[];
  /** Of a datagram socket: where it takes them; 0: nowhere yet. */
  boundPort: number;
  /** Something has gone out by the network that the board has joined. */
  isOnNetwork: boolean;
  /** SO_REUSEADDR */
  reuse: boolean;
  /** Of a connection that somebody else opened. */
  pcb: Pcb | null;
  /** Whom the last accept() or recvfrom() was about. */
  peerHost: string;
  peerPort: number;
}

export function newSocket(kind: Socket["kind"]): Socket {
  return {
    kind,
    state: "new",
    errno: 0,
    errorText: "",
    received: [],
    receivedBytes: 0,
    inFlight: 0,
    secured: false,
    datagrams: [],
    boundPort: 0,
    isOnNetwork: false,
    reuse: false,
    pcb: null,
    peerHost: "0.0.0.0",
    peerPort: 0,
  };
}

/** The state after a wait; a function, because the compiler cannot know that waiting changes it. */
export function stateOf(socket: Socket): State {
  return socket.state;
}

/** TCP_OVERSIZE makes each segment a full one, whatever is in it. */
export function memoryOf(inFlightBytes: number): number {
  return Math.ceil(inFlightBytes / SEGMENT_BYTES) * (SEGMENT_BYTES + SEGMENT_OVERHEAD_BYTES);
}

export function takeBytes(socket: Socket, view: Uint8Array): number {
  let taken = 0;
  while (taken < view.length && socket.received[0]) {
    const first = socket.received[0];
    const part = first.subarray(0, view.length - taken);
    view.set(part, taken);
    taken += part.length;
    if (part.length === first.length) socket.received.shift();
    else socket.received[0] = first.subarray(part.length);
  }
  socket.receivedBytes -= taken;
  return taken;
}
