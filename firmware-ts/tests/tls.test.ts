// TLS to the broker, as far as the gateway's own part goes: when a handshake is begun and with what, and what becomes of its
// failures. What Mbed TLS finds wrong with certificates is in board-tests/scenarios/tls-failures.test.ts.
import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isOtherPair } from "../domain/portal/key-pair.ts";
import { keyProblem } from "../domain/settings/client-key.ts";
import { world } from "../fakes/world.ts";
import { Bench, SETTINGS } from "./support/bench.ts";

const { broker_tls: _, ...OTHERS } = SETTINGS;
/** The network tells the time. */
const TIME = '\r\n*PSUTTZ: 2026,11,22,8,30,47,"+4",0\r\n';
const ROOT = Uint8Array.of(0x30, 0x82, 1, 2, 3);
const key = (type: "sec1" | "pkcs8", namedCurve: string) =>
  generateKeyPairSync("ec", { namedCurve }).privateKey.export({ format: "der", type });
const rsa = (type: "pkcs1" | "pkcs8") =>
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "der", type });
const pair = () => generateKeyPairSync("ec", { namedCurve: "prime256v1" });
/** As far as keys go: the public half, with something about it. */
const certificateOf = ({ publicKey }: ReturnType<typeof pair>) =>
  Buffer.concat([ROOT, publicKey.export({ format: "der", type: "spki" }), ROOT]);

function benchWith(changes: object = {}, files: Record<string, Uint8Array> = {}): Bench {
  const bench = new Bench({ ...OTHERS, ...changes }, { "/roots/isrg-root-x1.der": ROOT, ...files });
  bench.broker.listen("192.168.1.2:8883");
  return bench;
}

/** Once the network has told the time, and the question to a time server that nobody answers is over. */
function withTime(bench: Bench): Bench {
  bench.run(6000);
  bench.modem.say(TIME);
  bench.run(7000);
  return bench;
}

describe("a connection with TLS", () => {
  it("waits for the time, sets the board's clock by it, and asks for a certificate of the broker's name", () => {
    const bench = benchWith();
    bench.run(6000);
    expect([bench.said.includes("W 3 broker: no-time"), world.handshakes]).toEqual([true, []]);
    withTime(bench);
    expect(world.handshakes).toEqual([
      {
        name: "192.168.1.2",
        authority: ROOT.length,
        certificate: 0,
        clock: expect.stringMatching(/^2026 11 22 0 8 30 \d\d 0$/),
      },
    ]);
    bench.runUntil(() => bench.broker.published.length > 0, 5000);
    expect(bench.said.some((line) => line.endsWith("broker: up"))).toBe(true);
  });

  it("that has no memory to read its certificate says so, and tries again", () => {
    const bench = benchWith();
    world.heapFullFor = "/roots/isrg-root-x1.der";
    withTime(bench);
    expect(bench.said.some((line) => line.endsWith("broker: no-memory"))).toBe(true);
    expect(world.handshakes).toEqual([]);
    world.heapFullFor = null;
    bench.runUntil(() => bench.broker.published.length > 0, 40_000);
    expect(bench.said.some((line) => line.endsWith("broker: up"))).toBe(true);
  });

  it("takes an authority and a certificate of the board's own where the settings say so", () => {
    const files = { "/ca.der": ROOT.slice(1), "/client.der": ROOT, "/client.key.der": key("sec1", "prime256v1") };
    withTime(benchWith({ broker_ca: "own", broker_cert: true }, files));
    expect(world.handshakes).toMatchObject([{ authority: ROOT.length - 1, certificate: ROOT.length }]);
  });

  it("that comes to no end is given up before the watchdog bites, and the modem is served meanwhile", () => {
    const bench = benchWith();
    world.tlsEnds = false;
    withTime(bench);
    bench.run(20_000);
    expect(bench.said.some((line) => line.endsWith("broker: tls-slow"))).toBe(true);
    expect(world.longestUnfedMs).toBeLessThan(100);
    expect(bench.broker.published).toEqual([]);
  });

  it.each([
    [1, "unknown-issuer"],
    [2, "wrong-name"],
    [3, "expired"],
    [4, "not-yet-valid"],
    [5, "bad-certificate"],
    [6, "tls-files"],
    [7, "no-tls"],
    [8, "tls-refused"],
    [9, "no-memory"],
  ])("whose handshake fails by %i is said to by %s", (failure, trouble) => {
    const bench = benchWith();
    world.tlsFailure = failure;
    withTime(bench);
    expect(bench.said.some((line) => line.endsWith(`broker: ${trouble}`))).toBe(true);
    world.tlsFailure = 0;
    bench.runUntil(() => bench.broker.published.length > 0, 10_000);
  });

  it("for which the memory is lacking again and again restarts the board, a minute later", () => {
    const bench = benchWith();
    world.tlsFailure = 9;
    withTime(bench);
    bench.run(15_000);
    expect(world.restarts).toBe(0);
    expect(() => bench.run(60_000)).toThrow("The board was reset.");
    expect(world.restarts).toBe(1);
  });
});

describe("a board without what its settings speak of", () => {
  it.each([
    [{ broker_ca: "own" }, {}, "no /ca.der"],
    [{ broker_cert: true }, {}, "no /client.der"],
    [{ broker_cert: true }, { "/client.der": ROOT }, "no /client.der or no /client.key.der"],
    [{ broker_cert: true }, { "/client.der": ROOT, "/client.key.der": rsa("pkcs8") }, "key is RSA"],
  ])("says so, and does not begin: %j", (changes, files, words) => {
    const bench = benchWith(changes, files);
    bench.run(10_000);
    expect(bench.said.join("\n")).toContain(words);
    expect(world.handshakes).toEqual([]);
    expect(bench.modem.commands).toEqual([]);
  });

  it("does not care for it without TLS", () => {
    const bench = benchWith({ broker_tls: false, broker_ca: "own", broker_cert: true }).start();
    expect(bench.broker.published.length).toBeGreaterThan(0);
  });
});

describe("a client's key", () => {
  it.each([
    ["SEC 1", key("sec1", "prime256v1")],
    ["PKCS#8", key("pkcs8", "prime256v1")],
  ])("of EC P-256 in %s will do", (_form, der) => {
    expect(keyProblem(der)).toBe("");
  });

  it.each([
    ["RSA, PKCS#1", rsa("pkcs1"), "is RSA"],
    ["RSA, PKCS#8", rsa("pkcs8"), "is RSA"],
    ["P-384", key("sec1", "secp384r1"), "EC P-256"],
    ["secp256k1", key("pkcs8", "secp256k1"), "EC P-256"],
    ["no key", new TextEncoder().encode("-----BEGIN EC PRIVATE KEY-----"), "EC P-256"],
    ["nothing", new Uint8Array(0), "EC P-256"],
  ])("of another kind is refused with the reason: %s", (_kind, der, words) => {
    expect(keyProblem(der)).toContain(words);
  });

  it.each(["sec1", "pkcs8"] as const)("is told from that of another certificate: %s", (type) => {
    const [own, other] = [pair(), pair()];
    const der = own.privateKey.export({ format: "der", type });
    expect(isOtherPair(der, certificateOf(own))).toBe(false);
    expect(isOtherPair(der, certificateOf(other))).toBe(true);
    expect(isOtherPair(der, new Uint8Array(0))).toBe(true);
    // Nobody has to put the public half into it.
    expect(isOtherPair(der.subarray(0, 40), certificateOf(other))).toBe(false);
  });
});
