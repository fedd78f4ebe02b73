// The certificates that come with the gateway: the roots that the brokers' chains end in, each known by its fingerprint. They
// are those of Mozilla's programme, as Node has them.
import { X509Certificate } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import tls from "node:tls";
import { repository } from "../build/project.ts";

/** Of the repository; what lies in it goes onto a board's flash, into /roots. */
export const ROOTS_FOLDER = join(repository, "firmware-ts", "roots");

export interface Root {
  /** As the setting broker_ca has it. */
  readonly name: string;
  /** Common name of its subject. */
  readonly title: string;
  /** SHA-256 of its DER, in hex. */
  readonly sha256: string;
  /** The day after which it counts no more. */
  readonly until: string;
  /** Brokers whose chain ends in it. */
  readonly brokers: string;
}

function root(name: string, title: string, sha256: string, until: string, brokers: string): Root {
  return { name, title, sha256, until, brokers };
}

// Which broker has which: HiveMQ Cloud by its FAQ; AWS IoT Core by "Server authentication" of its developer guide; Adafruit IO
// by Adafruit_IO_Arduino (its chain ends in GeoTrust TLS RSA CA G1, and that in this root).
export const ROOTS: readonly Root[] = [
  root(
    "isrg-root-x1",
    "ISRG Root X1",
    "96bcec06264976f37460779acf28c5a7cfe8a3c0aae11a8ffcee05c0bddf08c6",
    "2035-06-04",
    "HiveMQ Cloud, and whoever has a certificate of Let's Encrypt with an RSA key",
  ),
  root(
    "isrg-root-x2",
    "ISRG Root X2",
    "69729b8e15a86efc177a57afb7171dfc64add28c2fca8cf1507e34453ccb1470",
    "2040-09-17",
    "some with a certificate of Let's Encrypt with an EC key",
  ),
  root(
    "amazon-root-ca-1",
    "Amazon Root CA 1",
    "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e",
    "2038-01-17",
    "AWS IoT Core",
  ),
  root(
    "amazon-root-ca-3",
    "Amazon Root CA 3",
    "18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4",
    "2040-05-26",
    "AWS IoT Core, where its certificate has an EC key",
  ),
  root(
    "digicert-global-root-g2",
    "DigiCert Global Root G2",
    "cb3ccbb76031e5e0138f8dd39a23f9de47ffc35e43c1144cea27d46a5ab1cb5f",
    "2038-01-15",
    "Adafruit IO",
  ),
];

/** DER. Throws Error when this Node does not know it. */
export function derOf({ title, sha256 }: Root): Buffer {
  const found = tls.rootCertificates
    .map((pem) => new X509Certificate(pem))
    .find(({ fingerprint256 }) => fingerprint256.replaceAll(":", "").toLowerCase() === sha256);
  if (!found) throw new Error(`Node ${process.version} knows no ${title} of this fingerprint.`);
  return found.raw;
}

export function fileOf({ name }: Root): string {
  return `${name}.der`;
}

/** Writes all of them, and removes what is of no table. */
export function writeRoots(): void {
  for (const name of readdirSync(ROOTS_FOLDER)) rmSync(join(ROOTS_FOLDER, name));
  for (const each of ROOTS) writeFileSync(join(ROOTS_FOLDER, fileOf(each)), derOf(each));
}

/** As they lie in the repository, by the file's name. */
export function rootFiles(): Map<string, Buffer> {
  const names = readdirSync(ROOTS_FOLDER).sort();
  return new Map(names.map((name) => [name, readFileSync(join(ROOTS_FOLDER, name))]));
}
