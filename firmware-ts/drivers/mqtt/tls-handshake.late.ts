// TLS to the broker: its beginning, and what its failures mean. Here only while a connection is made: the certificates lie on
// the flash, and the authority's is in memory no longer than Mbed TLS needs to copy it.
import { collect, threshold } from "gc";
import { RTC, reset } from "machine";
import type { socket } from "socket";
import { Handshake } from "tls_guard";
import { decimal } from "../../domain/at/parse.ts";
import type { TlsTrouble } from "../../domain/tls-trouble.ts";
import { isoOf } from "../../domain/wall-clock.ts";
import { CA_PATH, CERTIFICATE_PATH, KEY_PATH, octetsAt } from "../tls-files.ts";

/** What is received, in one piece: the largest that Mbed TLS asks for (MBEDTLS_SSL_IN_CONTENT_LEN and a record's head). */
const LARGEST_BLOCK_OCTETS = 16800;
/** Two thirds of what main.py sets: with that the largest block that is free beside TLS has 20 KB, with this 29. */
const COLLECTED_AFTER_OCTETS = 16384;
/** So many attempts take a minute, and each collects the heap first. */
const ATTEMPTS_BEFORE_RESTART = 5;
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
 * Begins a handshake on a connected socket.
 * @param host whom the certificate must be for
 * @param authority setting broker_ca; with a + after it where the board has a certificate of its own
 * @param seconds the time, since the beginning of 2000
 */
export function beginTls(raw: socket, host: string, authority: string, seconds: u32): Handshake {
  setClock(seconds);
  const hasCertificate = authority.endsWith("+");
  const name = hasCertificate ? authority.slice(0, -1) : authority;
  const path = name === "own" ? CA_PATH : `/roots/${name}.der`;
  collect();
  return new Handshake(
    raw,
    host,
    octetsAt(path),
    octetsAt(hasCertificate ? CERTIFICATE_PATH : ""),
    octetsAt(hasCertificate ? KEY_PATH : ""),
  );
}

/**
 * A place in the heap for the next connection: without it, what comes meanwhile would lie in it and stay. For the same reason
 * the heap is collected more often than without TLS: what a moment needs lies among less that is of no use any more.
 */
export function roomForTls(): Uint8Array | null {
  threshold(COLLECTED_AFTER_OCTETS);
  collect();
  try {
    return new Uint8Array(LARGEST_BLOCK_OCTETS);
  } catch {
    return null;
  }
}

/**
 * @param failure Handshake.failure: 0 for a handshake that came to no end
 * @param attempts how many have failed in a row before
 */
export function troubleOf(failure: int<0, 9>, attempts: number): TlsTrouble {
  const trouble = failure === 0 ? "tls-slow" : (TROUBLES[failure - 1] ?? "tls-refused");
  // Nothing is lost by a restart: what is under way is on the SIM or in the journal.
  if (trouble === "no-memory" && attempts >= ATTEMPTS_BEFORE_RESTART) reset();
  return trouble;
}

/** Mbed TLS asks the board's clock for the day. */
function setClock(seconds: u32): void {
  const iso = isoOf(seconds);
  const field = (from: number, to: number) => decimal(iso.slice(from, to));
  new RTC().datetime([field(0, 4), field(5, 7), field(8, 10), 0, field(11, 13), field(14, 16), field(17, 19), 0]);
}
