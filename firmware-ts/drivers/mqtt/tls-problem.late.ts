// Whether TLS can be had with what lies on the board: asked at the start, and not kept.
import { keyProblem } from "../../domain/settings/client-key.ts";
import { octetsIn } from "../flash-file.ts";
import { CA_PATH, CERTIFICATE_PATH, KEY_PATH, OWN_OCTETS_MAX } from "../own-files.ts";

/**
 * Looks whether the board has the files for TLS that its settings speak of, and whether it can sign with its key.
 * @param authority setting broker_ca
 * @param hasCertificate setting broker_cert
 * @returns a sentence for whoever made the settings, ASCII; "" when all is there
 */
export function tlsProblem(authority: string, hasCertificate: boolean): string {
  if (authority === "own" && isEmpty(CA_PATH))
    return "broker_ca is own, but the board has no /ca.der: npm run flash -- --ca FILE.";
  if (!hasCertificate) return "";
  const key = octetsIn(KEY_PATH, OWN_OCTETS_MAX) ?? new Uint8Array(0);
  if (key.length === 0 || isEmpty(CERTIFICATE_PATH))
    return "broker_cert is true, but the board has no /client.der or no /client.key.der: npm run flash -- --client-cert FILE --client-key FILE.";
  return keyProblem(key);
}

/** Or not there. */
function isEmpty(path: string): boolean {
  const octets = octetsIn(path, OWN_OCTETS_MAX);
  return octets === null || octets.length === 0;
}
