// What went wrong with TLS to the broker, in words for people; by Node's codes, which for certificates are OpenSSL's.

const NOT_ISSUED = "its certificate is not issued by the authority in broker_ca";

const BY_CODE: Readonly<Record<string, string>> = {
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: NOT_ISSUED,
  UNABLE_TO_GET_ISSUER_CERT: NOT_ISSUED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: NOT_ISSUED,
  SELF_SIGNED_CERT_IN_CHAIN: NOT_ISSUED,
  DEPTH_ZERO_SELF_SIGNED_CERT: NOT_ISSUED,
  CERT_SIGNATURE_FAILURE: NOT_ISSUED,
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name than broker_host",
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet: is this machine's clock right?",
  ERR_SSL_WRONG_VERSION_NUMBER: "it speaks no TLS at this port: look at broker_port, or set broker_tls to false",
};

/** @param isOpening the handshake was under way @returns null for what is no matter of TLS */
export function tlsFailure({ code = "", message }: NodeJS.ErrnoException, isOpening: boolean): string | null {
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (isOpening && (code === "ECONNRESET" || message.includes("before secure TLS connection")))
    return "it broke off: does it speak TLS at this port?";
  if (/ALERT/.test(code)) return "it broke off: it may ask for a certificate (broker_cert), or not know broker_host";
  return /SSL|TLS|CERT/.test(code) ? `TLS failed, ${code}` : null;
}
