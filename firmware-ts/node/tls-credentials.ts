// The certificates by which a computer's gateway speaks TLS to its broker: those that come with the gateway, and the user's own
// in the folder of its settings, as PEM or DER.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "../domain/settings/settings.ts";
import { UsageError } from "./options.ts";

/** PEM, as Node wants it. */
export interface TlsCredentials {
  readonly ca: string;
  /** The gateway's own certificate and its key; null for none. */
  readonly own: { readonly cert: string; readonly key: string } | null;
}

const ROOTS = fileURLToPath(new URL("../roots/", import.meta.url));
const OWN_CA = "ca.crt";
const OWN_CERTIFICATE = "client.crt";
const OWN_KEY = "client.key";

/**
 * @param file of the settings
 * @returns null without TLS. @throws UsageError for a file that is missing or cannot be used
 */
export function tlsCredentials(settings: Settings, file: string): TlsCredentials | null {
  if (settings.text("broker_tls") !== "true") return null;
  const folder = dirname(file);
  const authority = settings.text("broker_ca");
  const isOwn = authority === "own";
  const ca = certificateAt(
    isOwn ? join(folder, OWN_CA) : join(ROOTS, `${authority}.der`),
    isOwn ? "broker_ca is own" : "",
  );
  if (settings.text("broker_cert") !== "true") return { ca, own: null };
  const why = "broker_cert is true";
  return {
    ca,
    own: { cert: certificateAt(join(folder, OWN_CERTIFICATE), why), key: keyAt(join(folder, OWN_KEY), why) },
  };
}

function certificateAt(path: string, why: string): string {
  const octets = contents(path, why);
  try {
    return new X509Certificate(octets).toString();
  } catch {
    throw new UsageError(`${path} holds no certificate, neither as PEM nor as DER.`);
  }
}

function keyAt(path: string, why: string): string {
  const key = contents(path, why);
  for (const read of [
    () => createPrivateKey(key),
    () => createPrivateKey({ key, format: "der", type: "pkcs8" }),
    () => createPrivateKey({ key, format: "der", type: "sec1" }),
  ]) {
    try {
      return read().export({ format: "pem", type: "pkcs8" }).toString();
    } catch {
      // Of another form.
    }
  }
  throw new UsageError(`${path} holds no private key without a passphrase, neither as PEM nor as DER.`);
}

function contents(path: string, why: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${why}, but ${path} cannot be read (${code}).`);
  }
}
