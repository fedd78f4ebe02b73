// The user's own certificates for TLS, on their way to a board: read as PEM or DER, checked, and made DER, which is what the
// board takes. A key never leaves this process but to the board.
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { keyProblem } from "../../firmware-ts/domain/settings/client-key.ts";
import { DeviceError, EXIT_BOARD, EXIT_ENVIRONMENT } from "../device/device-error.ts";

export const CA = "ca.der";
export const CLIENT_CERTIFICATE = "client.der";
export const CLIENT_KEY = "client.key.der";

export interface OwnFile {
  /** On the board's flash. */
  readonly path: typeof CA | typeof CLIENT_CERTIFICATE | typeof CLIENT_KEY;
  /** None: the board's is removed. */
  readonly der: Buffer;
}

export interface OwnFiles {
  readonly files: readonly OwnFile[];
  /** What is worth a warning. */
  readonly warnings: readonly string[];
}

export interface OwnPaths {
  readonly ca?: string | undefined;
  readonly clientCert?: string | undefined;
  readonly clientKey?: string | undefined;
}

const DAY_MS = 86_400_000;
/** An end nearer than this is worth a warning. */
const SOON_MS = 60 * DAY_MS;
const PEM_CERTIFICATE = "-----BEGIN CERTIFICATE-----";

/** Throws a DeviceError for a file that cannot be used. @param now in ms since 1970 */
export function readOwnFiles({ ca, clientCert, clientKey }: OwnPaths, now = Date.now()): OwnFiles {
  if ((clientCert === undefined) !== (clientKey === undefined))
    throw new DeviceError("--client-cert and --client-key belong together: name both.", EXIT_ENVIRONMENT);
  const files: OwnFile[] = [];
  const warnings: string[] = [];
  if (ca !== undefined) {
    const authority = certificateIn("--ca", ca, now, warnings);
    if (!authority.ca)
      warnings.push(`${ca} is no authority's certificate: it will do for a broker that shows this very one.`);
    files.push({ path: CA, der: authority.raw });
  }
  if (clientCert !== undefined && clientKey !== undefined) {
    const certificate = certificateIn("--client-cert", clientCert, now, warnings);
    const key = keyIn(clientKey);
    if (!certificate.checkPrivateKey(key))
      throw new DeviceError(`${clientKey} is not the key of the certificate in ${clientCert}.`, EXIT_BOARD);
    files.push({ path: CLIENT_CERTIFICATE, der: certificate.raw });
    files.push({ path: CLIENT_KEY, der: key.export({ format: "der", type: "sec1" }) });
  }
  return { files, warnings };
}

function certificateIn(option: string, path: string, now: number, warnings: string[]): X509Certificate {
  const octets = contents(option, path);
  if (octets.toString("latin1").split(PEM_CERTIFICATE).length > 2)
    warnings.push(`${path} holds several certificates: the first is taken.`);
  const certificate = parsed(
    () => new X509Certificate(octets),
    `${option} ${path} holds no certificate, neither as PEM nor as DER.`,
  );
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  if (to < now) throw new DeviceError(`The certificate in ${path} has expired (${dayOf(to)}).`, EXIT_BOARD);
  if (from > now) throw new DeviceError(`The certificate in ${path} is valid from ${dayOf(from)} on only.`, EXIT_BOARD);
  if (to < now + SOON_MS) warnings.push(`The certificate in ${path} expires soon (${dayOf(to)}).`);
  return certificate;
}

/** One that the board can sign with. */
function keyIn(path: string): KeyObject {
  const octets = contents("--client-key", path);
  if (/ENCRYPTED/.test(octets.toString("latin1")))
    throw new DeviceError(
      `${path} is protected by a passphrase, which nobody could give the board.\n  openssl pkey -in ${path} -out client.key takes it away.`,
      EXIT_BOARD,
    );
  const isPem = octets.includes("-----BEGIN ");
  const key = parsed(
    () => (isPem ? createPrivateKey(octets) : derKey(octets)),
    `--client-key ${path} holds no private key, neither as PEM nor as DER.`,
  );
  const isRsa = key.asymmetricKeyType?.startsWith("rsa") ?? false;
  const der = key.asymmetricKeyType === "ec" ? key.export({ format: "der", type: "sec1" }) : Buffer.alloc(0);
  const problem = isRsa ? keyProblem(key.export({ format: "der", type: "pkcs8" })) : keyProblem(der);
  if (problem === "") return key;
  throw new DeviceError(
    `${path}: ${problem}\n  openssl ecparam -name prime256v1 -genkey -noout -out client.key makes one; docs/brokers.md says how it gets its certificate.`,
    EXIT_BOARD,
  );
}

function derKey(octets: Buffer): KeyObject {
  for (const type of ["sec1", "pkcs8"] as const) {
    try {
      return createPrivateKey({ key: octets, format: "der", type });
    } catch {
      // Of another form.
    }
  }
  return createPrivateKey({ key: octets, format: "der", type: "pkcs1" });
}

function parsed<T>(parse: () => T, sentence: string): T {
  try {
    return parse();
  } catch {
    throw new DeviceError(sentence, EXIT_BOARD);
  }
}

function contents(option: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DeviceError(
      code === "ENOENT" ? `${option} ${path}: there is no such file.` : `${option} ${path} cannot be read (${code}).`,
      EXIT_ENVIRONMENT,
    );
  }
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
