// npm run flash with certificates of the user's: what it takes, in which form, and what it says of the rest.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { Authority } from "../../board-tests/support/certificates.ts";
import { describeWith } from "../../board-tests/support/require-tool.ts";
import { readSettings } from "../../firmware-ts/domain/settings/read-settings.ts";
import { checkNeededFiles } from "../flash/needed-files.ts";
import { readOwnFiles } from "../flash/own-files.ts";

const YEAR_MS = 365 * 86_400_000;

function file(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "own-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const settings = (changes: object) =>
  readSettings(JSON.stringify({ version: 2, wifi_ssid: "home", broker_host: "broker.lan", ...changes }));

describeWith(["openssl"], "certificates for a board", () => {
  it("are taken as PEM and as DER, and are DER on the board, with the key in the form of SEC 1", () => {
    const authority = new Authority();
    const { cert, key, certFile, keyFile } = authority.issue("gateway-1");
    const pem = readOwnFiles({ ca: authority.certFile, clientCert: certFile, clientKey: keyFile });
    const der = readOwnFiles({
      ca: file("ca.der", new X509Certificate(authority.cert).raw),
      clientCert: file("client.der", new X509Certificate(cert).raw),
      clientKey: file("key.der", createPrivateKey(key).export({ format: "der", type: "pkcs8" })),
    });
    expect(pem.files).toEqual(der.files);
    expect([pem.warnings, pem.files.map(({ path }) => path)]).toEqual([[], ["ca.der", "client.der", "client.key.der"]]);
    expect(pem.files[0]?.der).toEqual(new X509Certificate(authority.cert).raw);
    expect(pem.files[2]?.der).toEqual(createPrivateKey(key).export({ format: "der", type: "sec1" }));
  });

  it("that a board cannot use are refused, each with what to do", () => {
    const authority = new Authority();
    const { certFile, keyFile } = authority.issue("gateway-1");
    const other = authority.issue("gateway-2");
    const rsa = authority.issue("gateway-3", "RSA-2048");
    const p384 = authority.issue("gateway-4", "P-384");
    const refusal = (paths: Parameters<typeof readOwnFiles>[0], now?: number) => {
      try {
        readOwnFiles(paths, now);
      } catch (error) {
        return (error as Error).message;
      }
      return "taken";
    };
    expect(refusal({ clientCert: rsa.certFile, clientKey: rsa.keyFile })).toMatch(/RSA.*6 s[\s\S]*prime256v1/);
    expect(refusal({ clientCert: p384.certFile, clientKey: p384.keyFile })).toMatch(/must be of EC P-256/);
    expect(refusal({ clientCert: certFile, clientKey: other.keyFile })).toMatch(/is not the key of the certificate/);
    expect(refusal({ clientCert: certFile })).toMatch(/belong together/);
    expect(refusal({ ca: keyFile })).toMatch(/holds no certificate/);
    expect(refusal({ ca: "/nowhere.crt" })).toMatch(/there is no such file/);
    expect(refusal({ ca: authority.certFile }, Date.now() + 11 * YEAR_MS)).toMatch(/has expired/);
    expect(refusal({ ca: authority.certFile }, Date.now() - YEAR_MS)).toMatch(/is valid from .* on only/);
    const locked = file("locked.key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\n-----END ENCRYPTED PRIVATE KEY-----\n");
    expect(refusal({ clientCert: certFile, clientKey: locked })).toMatch(/passphrase[\s\S]*openssl pkey/);
    expect(refusal({ clientCert: certFile, clientKey: file("no.key", "hello") })).toMatch(/holds no private key/);
  });

  it("that are odd are taken with a warning", () => {
    const authority = new Authority();
    const { certFile, cert } = authority.issue("broker.lan");
    expect(readOwnFiles({ ca: certFile }).warnings.join()).toContain("no authority's certificate");
    const bundle = file("bundle.crt", authority.cert + cert);
    expect(readOwnFiles({ ca: bundle }).warnings.join()).toContain("the first is taken");
    expect(readOwnFiles({ ca: authority.certFile }, Date.now() + 9.95 * YEAR_MS).warnings.join()).toContain(
      "expires soon",
    );
  });

  it("must be there where the settings speak of them, and are said to be of no use where they do not", () => {
    const authority = new Authority();
    const { certFile, keyFile } = authority.issue("gateway-1");
    const { files } = readOwnFiles({ ca: authority.certFile, clientCert: certFile, clientKey: keyFile });
    const both = settings({ broker_ca: "own", broker_cert: true });
    expect(() => checkNeededFiles(both, [], [])).toThrow(/--ca FILE/);
    expect(() => checkNeededFiles(both, files.slice(0, 1), ["client.der"])).toThrow(
      /--client-cert FILE --client-key FILE/,
    );
    expect(checkNeededFiles(both, files, [])).toEqual([]);
    expect(checkNeededFiles(both, [], ["ca.der", "client.der", "client.key.der"])).toEqual([]);
    expect(checkNeededFiles(settings({}), files, [])).toHaveLength(2);
    const removed = files.map(({ path }) => ({ path, der: Buffer.alloc(0) }));
    expect(() => checkNeededFiles(both, removed, ["ca.der", "client.der", "client.key.der"])).toThrow(/to be removed/);
    expect(checkNeededFiles(settings({}), removed, ["ca.der", "client.der", "client.key.der"])).toEqual([]);
    expect(checkNeededFiles(settings({ broker_tls: false, broker_ca: "own" }), [], [])).toEqual([]);
  });
});
