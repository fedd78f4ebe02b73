// TLS between umqtt's socket and the network: loaded at the start where the settings ask for it, and then it stays. The
// certificates lie on the flash; each is in memory no longer than Mbed TLS needs to copy it.
import { collect, threshold } from "gc";
import { type OctetFile, open } from "io";
import type { Stream, socket } from "socket";
import { Handshake } from "tls_guard";
import { keyProblem } from "../../domain/settings/client-key.ts";
import type { Tally } from "../../domain/tally.ts";
import type { TlsTrouble } from "../../domain/tls-trouble.ts";
import { reset } from "../start-record.late.ts";

/** In DER: an authority of the user's, a certificate of the board's and its key. */
const CA_PATH = "/ca.der";
const CERTIFICATE_PATH = "/client.der";
const KEY_PATH = "/client.key.der";
/** Setup mode tests what it has not saved yet: drivers/portal/draft-files.ts. */
const DRAFT_ENDING = ".draft";
/** No certificate that a board can check is longer. */
const OCTETS_MAX = 4096;
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
 * Looks whether the board has the files for TLS that its settings speak of, and whether it can sign with its key.
 * @param authority setting broker_ca
 * @param hasCertificate setting broker_cert
 * @returns a sentence for whoever made the settings, ASCII; "" when all is there
 */
export function tlsProblem(authority: string, hasCertificate: boolean): string {
  if (authority === "own" && octetsAt(CA_PATH).length === 0)
    return "broker_ca is own, but the board has no /ca.der: npm run flash -- --ca FILE.";
  if (!hasCertificate) return "";
  const key = octetsAt(KEY_PATH);
  if (key.length === 0 || octetsAt(CERTIFICATE_PATH).length === 0)
    return "broker_cert is true, but the board has no /client.der or no /client.key.der: npm run flash -- --client-cert FILE --client-key FILE.";
  return keyProblem(key);
}

/**
 * @param authority setting broker_ca
 * @param hasCertificate setting broker_cert
 * @param holdUps counts each handshake: it computes for seconds
 * @param isDraft a file's draft stands for it, where there is one
 */
export function tlsLayer(authority: string, hasCertificate: boolean, holdUps: Tally, isDraft: boolean): TlsLayer {
  threshold(COLLECTED_AFTER_OCTETS);
  return new TlsLayer(authority, hasCertificate, holdUps, isDraft);
}

export class TlsLayer {
  /** From its beginning until octets have gone out by it, and after a failure until closed(). */
  private handshake: Handshake | null = null;
  /** Keeps a place in the heap while there is no TLS: without it, what comes meanwhile would lie in it and stay. */
  private room: Uint8Array | null = roomForTls();
  /** Attempts in a row for which there was no memory. */
  private failures = 0;

  constructor(
    private readonly authority: string,
    private readonly hasCertificate: boolean,
    private readonly holdUps: Tally,
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
    const [issuer, certificate, key] = [
      this.ownOctets(authority === "own" ? CA_PATH : `/roots/${authority}.der`),
      this.ownOctets(hasCertificate ? CERTIFICATE_PATH : ""),
      this.ownOctets(hasCertificate ? KEY_PATH : ""),
    ];
    this.room = null;
    collect();
    const handshake = new Handshake(raw, host, issuer, certificate, key);
    this.handshake = handshake;
    return handshake.stream;
  }

  private ownOctets(path: string): ReadonlyUint8Array {
    const draft = octetsAt(this.isDraft ? path + DRAFT_ENDING : "");
    return draft.length > 0 ? draft : octetsAt(path);
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
    const { handshake } = this;
    if (handshake === null) return "unreachable";
    if (handshake.failure === 0) return "tls-slow";
    const trouble = TROUBLES[handshake.failure - 1] ?? "tls-refused";
    this.failures = trouble === "no-memory" ? (this.failures + 1) & 0xff : 0;
    // Nothing is lost by a restart: what is under way is on the SIM or in the journal.
    if (this.failures >= ATTEMPTS_BEFORE_RESTART) reset(NO_MEMORY, "", 0);
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

/** No octets for a file that is not there. */
function octetsAt(path: string): ReadonlyUint8Array {
  const file = opened(path);
  if (file === null) return new Uint8Array(0);
  // A read takes the heap that it is asked for, and not what there is.
  const size = file.seek(0, 2);
  file.seek(0, 0);
  const octets = file.read(Math.min(size, OCTETS_MAX));
  file.close();
  return octets;
}

function opened(path: string): OctetFile | null {
  try {
    return open(path, "rb");
  } catch {
    return null;
  }
}
