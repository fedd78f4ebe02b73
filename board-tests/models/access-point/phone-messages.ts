// What a test tells the phones around a board's access point, and what it hears of them: plain data that can be cloned.

/** Why something came to nothing. */
export type PhoneTrouble =
  /** Joining: nobody has this name; the key is wrong; four have joined already; DHCP has no address left. */
  | "no network"
  | "wrong key"
  | "full"
  | "no address"
  /** A connection: reset at once, as nobody listens; reset later; never answered; the phone left the network. */
  | "refused"
  | "reset"
  | "no answer"
  | "lost"
  /** A request: not answered whole in time; the end came before it was whole; no answer of HTTP. */
  | "timeout"
  | "cut short"
  | "malformed";

/**
 * How long a phone waits for an answer to each SYN of a connection, in s. "linear": iOS and macOS, and Linux since 6.5, with
 * Android upon it (its sysctl tcp_syn_linear_timeouts, 4). "doubling": RFC 6298, Linux before.
 */
export const SYN_WAITS_S = { linear: [1, 1, 1, 1, 1, 2, 4, 8], doubling: [1, 2, 4, 8, 16] } as const;

export type Patience = keyof typeof SYN_WAITS_S;

export interface HttpRequest {
  method?: string;
  path?: string;
  /** Host is 192.168.4.1 and Content-Length right, unless they say otherwise; null leaves such a one out. */
  headers?: Record<string, string | null>;
  body?: Uint8Array;
  port?: number;
  /** From the request to the end of the answer. */
  timeoutMs?: number;
}

/** Moments are ms of the board's time; null: it did not come to that. */
export interface HttpReport {
  trouble: PhoneTrouble | null;
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  startedAtMs: number;
  connectedAtMs: number | null;
  firstByteAtMs: number | null;
  endedAtMs: number;
}

/** To the phones; what answers later answers under the command's `id`. */
export type PhoneCommand =
  /** → `joined` */
  | { do: "join"; phone: number; ssid: string; key: string; patience: Patience }
  | { do: "leave"; phone: number }
  /** → `datagram`, once, or `silence` after `timeoutMs`. */
  | { do: "ask"; phone: number; id: number; port: number; bytes: Uint8Array; timeoutMs: number }
  /** → `opened`, and all else of a connection. */
  | { do: "open"; phone: number; id: number; port: number; host: string }
  | { do: "send"; id: number; bytes: Uint8Array }
  /** What was sent before still arrives. */
  | { do: "close"; id: number }
  | { do: "reset"; id: number }
  /** → `answered` */
  | { do: "request"; phone: number; id: number; request: HttpRequest };

export type PhoneEvent = { atMs: number } & (
  | { event: "joined"; phone: number; address: string | null; trouble: PhoneTrouble | null }
  /** The access point is gone, or has moved to another channel. */
  | { event: "parted"; phone: number }
  | { event: "opened"; id: number }
  | { event: "data"; id: number; bytes: Uint8Array }
  /** The board sent its last byte. */
  | { event: "ended"; id: number }
  | { event: "failed"; id: number; trouble: PhoneTrouble }
  | { event: "datagram"; id: number; bytes: Uint8Array }
  | { event: "silence"; id: number }
  | { event: "answered"; id: number; report: HttpReport }
);

type WithoutTime<Each> = Each extends { atMs: number } ? Omit<Each, "atMs"> : never;
/** Before it has its moment. */
export type PhoneEventBody = WithoutTime<PhoneEvent>;
