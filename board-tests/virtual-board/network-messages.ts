// What lwIP's model asks of a network and what the network tells it, whether real sockets on the main thread or models.

/** Mbed TLS' codes, positive: what MicroPython raises is an OSError of the negative number. */
export const MBEDTLS = {
  /** ERR_X509_CERT_VERIFY_FAILED, which MicroPython raises as a ValueError with sentences. */
  CERTIFICATE_REFUSED: 0x2700,
  HANDSHAKE_FAILURE: 0x6e00,
  INVALID_RECORD: 0x7200,
  CONN_EOF: 0x7280,
  FATAL_ALERT: 0x7780,
} as const;

/** TLS as the board's ssl module asks for it. */
export interface TlsRequest {
  serverName: string | null;
  verify: boolean;
  /** PEM or DER. */
  authorities: Uint8Array | null;
  certificate: Uint8Array | null;
  key: Uint8Array | null;
  /** The board's time of day, in ms since 1970. */
  timeMs: number;
}

export type NetworkRequest =
  | { do: "resolve"; request: number; name: string }
  | { do: "connect"; socket: number; host: string; port: number }
  | { do: "send"; socket: number; bytes: Uint8Array }
  /** What was sent still goes out, then the end of the stream. */
  | { do: "close"; socket: number }
  | { do: "udp"; socket: number }
  | { do: "send-to"; socket: number; host: string; port: number; bytes: Uint8Array }
  | { do: "tls"; socket: number; tls: TlsRequest }
  /** The board lost its power or was reset: every socket dies without a word. */
  | { do: "drop-all" };

export type NetworkEvent =
  | { event: "resolved"; request: number; address: string | null }
  | { event: "connected"; socket: number }
  | { event: "data"; socket: number; bytes: Uint8Array }
  /** The peer sent its last byte. */
  | { event: "ended"; socket: number }
  /** `errno` is MicroPython's. */
  | { event: "failed"; socket: number; errno: number; text: string }
  /** The peer acknowledged `count` bytes. */
  | { event: "acknowledged"; socket: number; count: number }
  | { event: "datagram"; socket: number; host: string; port: number; bytes: Uint8Array }
  | { event: "secured"; socket: number };

/** A network as lwIP's model uses it. */
export interface Network {
  request(request: NetworkRequest): void;
}

/** Sockets that peers opened have numbers from here on, so that they never meet those that the board opened. */
export const ACCEPTED_SOCKETS_FROM = 1_000_000;
