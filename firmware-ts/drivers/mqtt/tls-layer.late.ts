// TLS between umqtt's socket and the network: loaded at the start where the settings ask for it, and then it stays. The
// certificates lie on the flash; each is in memory no longer than Mbed TLS needs to copy it.
import { collect, threshold } from "gc";
import type { Stream, socket } from "socket";
import { Handshake } from "tls_guard";
import type { Tally } from "../../domain/tally.ts";
import type { TlsTrouble } from "../../domain/tls-trouble.ts";
import { octetsIn } from "../flash-file.ts";
import { CA_PATH, CERTIFICATE_PATH, DRAFT_ENDING, KEY_PATH, OWN_OCTETS_MAX } from "../own-files.ts";
import { reset } from "../start-record.late.ts";

/**
 * What is received, in one piece: the largest that Mbed TLS asks for (MBEDTLS_SSL_IN_CONTENT_LEN and a record's head); and
 * what it makes of the certificates before, which may come to lie in its place.
 */
const ROOM_OCTETS = 16800 + 3200;
/** Half of what main.py sets: with that, the largest block that is free beside TLS has 18 KB; with this, 26. */
const COLLECTED_AFTER_OCTETS = 12288;
/** So many attempts take a minute, and each collects the heap first. */
const ATTEMPTS_BEFORE_RESTART = 6;
/** A restart's reason. */
const NO_MEMORY = 7;
/** By Handshake.failure, from 1. */
const TROUBLES: readonly TlsTrouble[] = [
  "unknown-issuer",
  "wrong-name",
  "expired",
  "not-yet-valid",
  "bad-certificate",
  "tls-files",
  "no-tls",
  "tls-refused",
  "no-memory",
];

/**
 * @param authority setting broker_ca
 * @param hasCertificate setting broker_cert
 * @param holdUps counts each handshake: it computes for seconds
 * @param build for the record of a restart
 * @param isDraft a file's draft stands for it, where there is one
 */
export function tlsLayer(
  authority: string,
  hasCertificate: boolean,
  holdUps: Tally,
  build: string,
  isDraft: boolean,
): TlsLayer {
  threshold(COLLECTED_AFTER_OCTETS);
  return new TlsLayer(authority, hasCertificate, holdUps, build, isDraft);
}

export class TlsLayer {
  /** From its beginning until octets have gone out by it, and after a failure until closed(). */
  private handshake: Handshake | null = null;
  /** Keeps a place in the heap while there is no TLS: without it, what comes meanwhile would lie in it and stay. */
  private room: Uint8Array | null = roomForTls();
  /** Attempts in a row for which there was no memory. */
  private failures = 0;
  /** The certificates are being read: what fails then fails for want of memory. */
  private isReading = false;

  constructor(
    private readonly authority: string,
    private readonly hasCertificate: boolean,
    private readonly holdUps: Tally,
    private readonly build: string,
    private readonly isDraft: boolean,
  ) {}

  /**
   * Begins a handshake on a connected socket. Nothing is sent before the peer's certificate has been checked, by the
   * board's calendar, which must be right: the handshake goes on by what is to be sent.
   * @param host whom the certificate must be for
   * @returns what is spoken through from now on; null when that failed
   */
  begin(raw: socket, host: string): Stream | null {
    this.holdUps.count("tls");
    const { authority, hasCertificate } = this;
    this.isReading = true;
    const [issuer, certificate, key] = [
      this.ownOctets(authority === "own" ? CA_PATH : `/roots/${authority}.der`),
      this.ownOctets(hasCertificate ? CERTIFICATE_PATH : ""),
      this.ownOctets(hasCertificate ? KEY_PATH : ""),
    ];
    this.isReading = false;
    this.room = null;
    collect();
    const handshake = new Handshake(raw, host, issuer, certificate, key);
    this.handshake = handshake;
    return handshake.stream;
  }

  /** Of a file, or of its draft; none where there is no such file. */
  ownOctets(path: string): ReadonlyUint8Array {
    const draft = this.isDraft ? octetsIn(path + DRAFT_ENDING, OWN_OCTETS_MAX) : null;
    if (draft !== null && draft.length > 0) return draft;
    return octetsIn(path, OWN_OCTETS_MAX) ?? new Uint8Array(0);
  }

  /** Goes on with the handshake, or sends. @returns how many octets went out */
  write(stream: Stream, octets: ReadonlyUint8Array): int<0, 65535> {
    const { handshake } = this;
    if (handshake === null) return stream.write(octets) ?? 0;
    const count = handshake.write(octets);
    if (handshake.failure !== 0) throw new Error("no TLS");
    if (count > 0) {
      this.handshake = null;
      this.failures = 0;
    }
    return count;
  }

  /** Why there is no connection. */
  trouble(): TlsTrouble | "unreachable" {
    const { handshake, isReading } = this;
    this.isReading = false;
    if (handshake === null && !isReading) return "unreachable";
    if (handshake !== null && handshake.failure === 0) return "tls-slow";
    const trouble = handshake === null ? "no-memory" : (TROUBLES[handshake.failure - 1] ?? "tls-refused");
    this.failures = trouble === "no-memory" ? (this.failures + 1) & 0xff : 0;
    // Nothing is lost by a restart: what is under way is on the SIM or in the journal.
    if (this.failures >= ATTEMPTS_BEFORE_RESTART) reset(NO_MEMORY, this.build, 0);
    return trouble;
  }

  /** The connection is closed. */
  closed(): void {
    this.handshake = null;
    if (this.room === null) this.room = roomForTls();
  }
}

function roomForTls(): Uint8Array | null {
  collect();
  try {
    return new Uint8Array(ROOM_OCTETS);
  } catch {
    return null;
  }
}
