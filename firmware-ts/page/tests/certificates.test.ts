// Certificates and keys, made by openssl as people make them, to DER; and what the board could not use, told apart.
import { execFileSync } from "node:child_process";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeWith, toolPath } from "../../../board-tests/support/require-tool.ts";
import { keyProblem } from "../../domain/settings/client-key.ts";
import { derIn } from "../certificates.ts";

describeWith(["openssl"], "what openssl makes", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "page-certificates-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const openssl = (line: string, input?: Buffer) =>
    execFileSync(toolPath("openssl"), line.split(" "), { cwd: folder, input, stdio: ["pipe", "pipe", "ignore"] });
  const certificate = (key: string) =>
    openssl(`req -x509 -newkey ${key} -nodes -days 30 -subj /CN=broker.lan -keyout /dev/null`);
  const EC = "ec -pkeyopt ec_paramgen_curve:P-256";

  test.each([EC, "rsa:2048", "ec -pkeyopt ec_paramgen_curve:P-384"])("a certificate of %s becomes its DER", (key) => {
    const pem = certificate(key);
    expect(derIn(pem, false)).toEqual(new Uint8Array(new X509Certificate(pem).raw));
    // Pasted on a phone: other line ends, blanks around, a text before.
    const pasted = `Here it is:\r\n\r\n${pem.toString().replaceAll("\n", "\r\n")}  `;
    expect(derIn(Buffer.from(pasted), false)).toEqual(derIn(pem, false));
    expect(derIn(new X509Certificate(pem).raw, false)).toEqual(new X509Certificate(pem).raw);
  });

  test("of several certificates the first is taken, with the text that openssl writes above each", () => {
    const [first, second] = [certificate(EC), certificate(EC)];
    const bundle = Buffer.concat([openssl("x509 -text", first), second]);
    expect(derIn(bundle, false)).toEqual(new Uint8Array(new X509Certificate(first).raw));
  });

  const GOOD_KEYS = {
    "SEC 1": "ecparam -name prime256v1 -genkey -noout",
    "SEC 1 with its parameters": "ecparam -name prime256v1 -genkey",
    "PKCS#8": "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256",
  };

  test.each(Object.entries(GOOD_KEYS))("a key of EC P-256 in %s becomes its DER", (_form, line) => {
    const pem = openssl(line);
    const der = derIn(pem, true);
    expect(der).toBeInstanceOf(Uint8Array);
    const octets = Buffer.from(der as Uint8Array);
    const type = line.startsWith("genpkey") ? "pkcs8" : "sec1";
    expect(createPrivateKey({ key: octets, format: "der", type }).asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
    expect(keyProblem(octets)).toBe("");
    expect(derIn(octets, true)).toEqual(octets);
  });

  const WRONG_KEYS = {
    "RSA in PKCS#8": ["genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048", "rsa_key"],
    "RSA in PKCS#1": ["genrsa -traditional 2048", "rsa_key"],
    "RSA of 1,024 bits": ["genrsa -traditional 1024", "rsa_key"],
    "EC P-384": ["ecparam -name secp384r1 -genkey -noout", "other_key"],
    "EC P-521 in PKCS#8": ["genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521", "other_key"],
    Ed25519: ["genpkey -algorithm ed25519", "other_key"],
    "a passphrase, PKCS#8": [
      "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes256 -pass pass:correct",
      "locked_key",
    ],
  } as const;

  test.each(Object.entries(WRONG_KEYS))("a key of %s is refused with the reason", (_form, [line, problem]) => {
    const pem = openssl(line);
    expect(derIn(pem, true)).toBe(problem);
    if (problem !== "locked_key") expect(derIn(openssl("pkey -outform DER", pem), true)).toBe(problem);
  });

  test("a key with PEM's own passphrase is told apart from a damaged one", () => {
    const locked = openssl("ec -aes256 -passout pass:correct", openssl(GOOD_KEYS["SEC 1"]));
    expect(locked.toString()).toContain("Proc-Type");
    expect(derIn(locked, true)).toBe("locked_key");
  });

  test("a certificate is no key, and a key no certificate", () => {
    expect(derIn(certificate(EC), true)).toBe("no_key");
    for (const line of Object.values(GOOD_KEYS)) expect(derIn(openssl(line), false)).toBe("no_certificate");
  });
});

test("whatever is pasted is read without an exception, and is nothing", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string().map((text) => Buffer.from(`-----BEGIN CERTIFICATE-----${text}`)),
      ),
      fc.boolean(),
      (octets, isKey) => {
        expect(["no_key", "no_certificate", "locked_key"]).toContain(derIn(octets, isKey));
      },
    ),
  );
  expect(derIn(Buffer.alloc(200_000, "a"), false)).toBe("no_certificate");
});
