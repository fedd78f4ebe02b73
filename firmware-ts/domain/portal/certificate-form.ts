// Whether octets can be a certificate or a key in DER: the first thing in both is a sequence that is as long as the file
// (X.690 8.1, 8.9). What is in it is looked at by who uses it.
import { keyProblem } from "../settings/client-key.ts";

const SEQUENCE = 0x30;
/** No certificate that a board can check is longer (drivers/mqtt/tls-layer.late.ts). */
const OCTETS_MAX = 4096;
/** Of a certificate: a version, a serial number, names, a key, a signature. */
const CERTIFICATE_OCTETS_MIN = 128;

/** @param head the first octets of the file @param size of all of it */
function isSequence(head: ReadonlyUint8Array, size: number): boolean {
  if (head[0] !== SEQUENCE || size > OCTETS_MAX) return false;
  const length = head[1] ?? 0;
  if (length < 0x80) return length + 2 === size;
  if (length === 0x81) return (head[2] ?? 0) + 3 === size;
  return length === 0x82 && (head[2] ?? 0) * 256 + (head[3] ?? 0) + 4 === size;
}

/**
 * What is wrong with a file, as a code; "" nothing.
 * @param head the first 160 octets of it, or all
 * @param size octets of all of it
 */
export function fileProblem(name: "ca" | "client" | "key", head: ReadonlyUint8Array, size: number): string {
  if (name !== "key") return isSequence(head, size) && size >= CERTIFICATE_OCTETS_MIN ? "" : "no-certificate";
  if (!isSequence(head, size)) return "no-key";
  const problem = keyProblem(head);
  if (problem === "") return "";
  return problem.includes("RSA") ? "rsa-key" : "no-key";
}

/** What a code means, for whoever sees no more than the answer. */
export function fileSentence(code: string): string {
  if (code === "rsa-key") return "The key is RSA, which takes the gateway too long: make one of EC P-256.";
  if (code === "no-key") return "This is no private key of EC P-256 in DER.";
  return "This is no certificate in DER of 4,096 octets at most.";
}
