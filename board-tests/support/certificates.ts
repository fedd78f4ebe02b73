// Certificates for tests, made by openssl: an authority of its own, and what it issues. All are valid from now on, unless
// it is said otherwise.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { toolPath } from "./require-tool.ts";

/** Of an authority and of what it issues. */
const DAYS = "3650";
const P256 = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];

const YEAR_MS = 365 * 86_400_000;
/** What `openssl ca` wants to be told, which alone can say when a certificate begins to be valid. */
const CA_CONFIGURATION = `[ca]
default_ca = it
[it]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
[any]
commonName = supplied
`;

export type KeyKind = "P-256" | "P-384" | "RSA-2048";

const KEYS: Readonly<Record<KeyKind, readonly string[]>> = {
  "P-256": P256,
  "P-384": ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"],
  "RSA-2048": ["-newkey", "rsa:2048"],
};

/** PEM, and the files that it lies in. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
  readonly certFile: string;
  readonly keyFile: string;
}

export class Authority {
  readonly cert: string;
  readonly certFile: string;
  private readonly folder = mkdtempSync(join(tmpdir(), "certificates-"));
  private issued = 0;

  /** Gone, with all that it has issued, when the test ends. */
  constructor(name = "Authority of a test") {
    onTestFinished(() => rmSync(this.folder, { recursive: true }));
    chmodSync(this.folder, 0o755); // started by root, mosquitto reads as a user of its own
    this.certFile = join(this.folder, "ca.crt");
    this.openssl(
      "req",
      "-x509",
      ...P256,
      "-nodes",
      "-days",
      DAYS,
      "-subj",
      `/CN=${name}`,
      "-keyout",
      "ca.key",
      "-out",
      "ca.crt",
    );
    this.cert = readFileSync(this.certFile, "utf8");
  }

  /**
   * @param name a host's, an address, or a client's; it stands in the subject and in the alternative names
   * @param years until it begins to be valid, for ten of them
   */
  issue(name: string, kind: KeyKind = "P-256", years = 0): Identity {
    this.issued += 1;
    const base = `issued-${this.issued}`;
    const [certFile, keyFile] = [join(this.folder, `${base}.crt`), join(this.folder, `${base}.key`)];
    const isAddress = /^[\d.]+$/.test(name);
    writeFileSync(join(this.folder, `${base}.ext`), `subjectAltName=${isAddress ? "IP" : "DNS"}:${name}\n`);
    this.openssl("req", ...KEYS[kind], "-nodes", "-subj", `/CN=${name}`, "-keyout", keyFile, "-out", `${base}.csr`);
    const request = ["-in", `${base}.csr`, "-extfile", `${base}.ext`, "-days", DAYS, "-out", certFile];
    const by = ["-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial"];
    if (years === 0) this.openssl("x509", "-req", ...request, ...by);
    else this.issueLater(years, request);
    chmodSync(keyFile, 0o644);
    return { cert: readFileSync(certFile, "utf8"), key: readFileSync(keyFile, "utf8"), certFile, keyFile };
  }

  /** Issues what a request asks for: NAME.csr with NAME.key, in a folder of somebody else. */
  sign(folder: string, name: string): Identity {
    const [certFile, keyFile] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
    const request = ["-in", join(folder, `${name}.csr`), "-days", DAYS, "-out", certFile];
    this.openssl("x509", "-req", ...request, "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial");
    return { cert: readFileSync(certFile, "utf8"), key: readFileSync(keyFile, "utf8"), certFile, keyFile };
  }

  private issueLater(years: number, request: readonly string[]): void {
    const [begin, end] = [years, years + 10].map((each) =>
      new Date(Date.now() + each * YEAR_MS).toISOString().replaceAll(/[-T:]|\.\d+/g, ""),
    ) as [string, string];
    writeFileSync(join(this.folder, "ca.cnf"), CA_CONFIGURATION);
    writeFileSync(join(this.folder, "index.txt"), "");
    const by = ["-batch", "-config", "ca.cnf", "-cert", "ca.crt", "-keyfile", "ca.key", "-notext"];
    this.openssl("ca", ...by, ...request, "-startdate", begin, "-enddate", end);
  }

  private openssl(...args: string[]): void {
    execFileSync(toolPath("openssl"), args, { cwd: this.folder, stdio: "ignore" });
  }
}
