// What mbedTLS finds wrong with a server's certificate, by the board's clock of the day and not this machine's: Node has
// no way to check at another time than now.
// Source: mbedtls_x509_crt_verify and mbedtls_x509_crt_verify_info of Mbed TLS 3.6, whose sentences these are.
import type { X509Certificate } from "node:crypto";
import net from "node:net";

const UNTRUSTED = "The certificate is not correctly signed by the trusted CA";
const OTHER_NAME = "The certificate Common Name (CN) does not match with the expected CN";
const EXPIRED = "The certificate validity has expired";
const FUTURE = "The certificate validity starts in the future";

/** MBEDTLS_X509_MAX_INTERMEDIATE_CA */
const INTERMEDIATES_MAX = 8;

/**
 * @param sent the server's certificates, its own first
 * @param trusted the board's
 * @param name what the certificate must be for: a host's name, or its address
 * @param timeMs since 1970
 * @returns a sentence for each flaw; none for a certificate that is accepted
 */
export function flawsOf(
  sent: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  name: string,
  timeMs: number,
): string[] {
  const [own] = sent;
  if (own === undefined) return [UNTRUSTED];
  const { chain, isTrusted } = chainOf(own, sent.slice(1), trusted);
  const flaws: string[] = [];
  if (chain.some(({ validTo }) => Date.parse(validTo) < timeMs)) flaws.push(EXPIRED);
  if (!isFor(own, name)) flaws.push(OTHER_NAME);
  if (!isTrusted) flaws.push(UNTRUSTED);
  if (chain.some(({ validFrom }) => Date.parse(validFrom) > timeMs)) flaws.push(FUTURE);
  return flaws;
}

/** From the server's certificate to the one that is trusted, or as far as it leads. */
function chainOf(own: X509Certificate, others: readonly X509Certificate[], trusted: readonly X509Certificate[]) {
  const chain = [own];
  if (trusted.some(({ raw }) => raw.equals(own.raw))) return { chain, isTrusted: true };
  for (let child = own; chain.length <= INTERMEDIATES_MAX; ) {
    const root = trusted.find((each) => hasIssued(each, child));
    if (root) return { chain: [...chain, root], isTrusted: true };
    const next = others.find((each) => !chain.includes(each) && hasIssued(each, child));
    if (!next) break;
    chain.push(next);
    child = next;
  }
  return { chain, isTrusted: false };
}

function hasIssued(parent: X509Certificate, child: X509Certificate): boolean {
  return parent.ca && child.checkIssued(parent) && child.verify(parent.publicKey);
}

/** The subject counts only where there are no alternative names (RFC 6125 6.4.4). */
function isFor(own: X509Certificate, name: string): boolean {
  if (net.isIP(name)) return own.checkIP(name) !== undefined;
  return own.checkHost(name, { subject: own.subjectAltName === undefined ? "always" : "never" }) !== undefined;
}
