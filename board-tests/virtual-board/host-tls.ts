// TLS of a board's socket, done by Node: with what Mbed TLS of a Pico W can, no more, and its error codes.
// Sources: extmod/mbedtls/mbedtls_config_common.h of MicroPython 1.28 (no TLS 1.3), mbedtls/ssl.h (codes).
import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import net from "node:net";
import tls from "node:tls";
import { flawsOf } from "./certificate-check.ts";
import { MBEDTLS, type TlsRequest } from "./network-messages.ts";

const CIPHERS =
  "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-GCM-SHA256";

/**
 * Begins the handshake on a connected socket.
 * @param ended is called once it has ended: with no sentence, or with what is wrong with the server's certificate
 */
export function secured(
  raw: net.Socket,
  request: TlsRequest,
  ended: (flaws: readonly string[]) => void,
): tls.TLSSocket {
  const authorities = request.authorities ? [new X509Certificate(request.authorities)] : [];
  const { serverName } = request;
  const secure = tls.connect({
    socket: raw,
    // The check is done below.
    rejectUnauthorized: false,
    minVersion: "TLSv1.2",
    maxVersion: "TLSv1.2",
    ciphers: CIPHERS,
    ca: authorities.map((each) => each.toString()),
    ...(serverName && !net.isIP(serverName) ? { servername: serverName } : {}),
    ...(request.certificate && request.key ? identityOf(request.certificate, keyIn(request.key)) : {}),
  });
  secure.once("secureConnect", () =>
    ended(request.verify ? flawsOf(chainSentTo(secure), authorities, serverName ?? "", request.timeMs) : []),
  );
  return secure;
}

/** The server's certificate and those that it sent along. */
function chainSentTo(secure: tls.TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<tls.DetailedPeerCertificate>();
  for (let each = secure.getPeerCertificate(true); each?.raw && !seen.has(each); each = each.issuerCertificate) {
    seen.add(each);
    chain.push(new X509Certificate(each.raw));
  }
  return chain;
}

/**
 * Mbed TLS shows a certificate and signs with a key whether or not they belong together, and whoever asks for both finds out; Node would
 * not begin. So it is given the certificate with the key's own public half in it, whose signature is then as wrong.
 */
function identityOf(octets: Uint8Array, key: KeyObject): { cert: string; key: string } {
  const certificate = new X509Certificate(octets);
  const pem = key.export({ format: "pem", type: "pkcs8" }).toString();
  if (certificate.checkPrivateKey(key)) return { cert: certificate.toString(), key: pem };
  const [old, own] = [certificate.publicKey, createPublicKey(key)].map((each) =>
    each.export({ format: "der", type: "spki" }),
  );
  const raw = certificate.raw
    .toString("latin1")
    .replace(`${old?.toString("latin1")}`, () => `${own?.toString("latin1")}`);
  return { cert: new X509Certificate(Buffer.from(raw, "latin1")).toString(), key: pem };
}

/** PEM, or the DER of SEC 1 or PKCS#8. */
function keyIn(octets: Uint8Array): KeyObject {
  const key = Buffer.from(octets);
  const isPem = key.includes("-----BEGIN ");
  for (const type of ["sec1", "pkcs8", "pkcs1"] as const) {
    try {
      return createPrivateKey(isPem ? { key } : { key, format: "der", type });
    } catch {
      // Of another type.
    }
  }
  throw new Error("the client's key is none");
}

const NO_TLS = /WRONG_VERSION|PACKET_LENGTH|UNKNOWN_PROTOCOL|UNEXPECTED_MESSAGE|HTTP_REQUEST|BAD_RECORD_TYPE/;

/** What a handshake that failed is to Mbed TLS; null for what is no matter of TLS. */
export function mbedtlsCodeOf({ code = "", message }: NodeJS.ErrnoException): number | null {
  if (message.includes("before secure TLS connection")) return MBEDTLS.CONN_EOF;
  if (NO_TLS.test(code)) return MBEDTLS.INVALID_RECORD;
  if (/ALERT|UNRECOGNIZED_NAME/.test(code)) return MBEDTLS.FATAL_ALERT;
  return /SSL|TLS|CERT/.test(code) ? MBEDTLS.HANDSHAKE_FAILURE : null;
}
