// What is published is sealed, and commands are checked, as an implementation in Python has it: with the board's cipher
// and with Node's.
import { createCipheriv } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Command } from "../domain/command-queue.ts";
import type { Cipher } from "../domain/end-to-end/cipher.ts";
import { KeyMaker } from "../domain/end-to-end/hmac.ts";
import { Seal } from "../domain/end-to-end/seal.ts";
import { openSigned } from "../domain/end-to-end/signed-command.late.ts";
import { isoOf } from "../domain/iso-text.ts";
import { secondsOfIso } from "../domain/iso-time.ts";
import { sealWith } from "../drivers/hardware-cipher.late.ts";
import { sealFor } from "../node/node-cipher.ts";
import { madeAnew, openedByNode, openedByPython, sign, signedByPython, vectors } from "./support/end-to-end.ts";

const { key } = vectors;
const KEY = Uint8Array.from(Buffer.from(key, "hex"));
const TOPIC = "home/gateway/sms";
const NOW_S = secondsOfIso("2026-11-22T09:30:50Z");
const HOUR_S = 3600;

const CIPHERS: readonly [string, () => Seal | null][] = [
  ["the board's cipher", () => sealWith(key, true)],
  ["Node's cipher", () => sealFor(key, true)],
];

const octetsOf = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));

/** A seal whose IVs are given. */
function sealWithIv(cipher: Cipher, iv: string): Seal {
  const chosen = Object.create(cipher, { random: { value: () => octetsOf(iv) } }) as Cipher;
  return new Seal(chosen, KEY, true);
}

function commandOf(payload: string | null, name = "sms/send"): Command {
  return { name, payload, isRetained: false, isRepeat: false, refusal: "" };
}

/** What the gateway makes of it at `NOW_S`, an hour after its start. */
function opened(seal: Seal, payload: string | null, utc = NOW_S, uptime = HOUR_S, name = "sms/send"): Command {
  return openSigned(commandOf(payload, name), "home/gateway", seal, utc, uptime);
}

const codeOf = ({ refusal }: Command) => refusal.split(":")[0];
const at = (seconds: number) => isoOf(seconds);
const command = (more: object = {}) => ({ id: "door-17", time: at(NOW_S), to: "+447700900123", text: "open", ...more });

describe("the vectors", () => {
  it("are what the script in Python makes", async () => {
    expect(await madeAnew(vectors)).toEqual(vectors);
  });

  describe.each(CIPHERS)("by %s", (_name, make) => {
    const seal = make() as Seal;
    const { cipher } = seal;

    it("give the keys", () => {
      const maker = new KeyMaker(cipher, KEY);
      for (const label of ["enc", "mac", "id"] as const)
        expect(cipher.toHex(maker.keyFor(label))).toBe(vectors.keys[label]);
    });

    it("give the ids", () => {
      for (const { id, parts } of vectors.ids) expect(seal.idOf(parts.map(octetsOf))).toBe(id);
    });

    it.each(vectors.sealed)("give what is published on $topic as $id", ({ id, iv, payload, sealed, topic }) => {
      expect(sealWithIv(cipher, iv).sealed(topic, id, payload)).toBe(sealed);
    });

    it.each(vectors.signed)("give what was signed for $topic", ({ command: said, payload, topic }) => {
      const result = opened(make() as Seal, payload, NOW_S, HOUR_S, topic.slice("home/gateway/".length));
      expect([result.refusal, result.payload]).toEqual(["", said]);
    });
  });
});

const anyText = fc.string({ unit: "grapheme", maxLength: 200 });

describe("what is sealed", () => {
  it("is read by Node's own functions, whatever the text", () => {
    const seal = sealFor(key, false) as Seal;
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, hasTime) => {
        const received = hasTime ? { received: "2026-11-22T08:30:47Z" } : {};
        const message = { id: "5f2c9a01b7d4", from: text, text, ...received, parts: 1, event_type: "received" };
        const sealed = seal.sealed(TOPIC, message.id, JSON.stringify(message));
        expect(openedByNode(TOPIC, sealed)).toEqual(message);
        const { id, event_type } = message;
        expect(JSON.parse(sealed)).toEqual({ id, event_type, ...received, encrypted: expect.any(String) });
      }),
    );
  });

  it("is never the same twice", () => {
    const seal = sealFor(key, false) as Seal;
    const payload = '{"id":"5f2c9a01b7d4","from":"x","missed":true}';
    const sealed = Array.from({ length: 50 }, () => seal.sealed(TOPIC, "5f2c9a01b7d4", payload));
    expect(new Set(sealed).size).toBe(50);
  });

  it("of an answer has an id of its own, and nothing in the open", async () => {
    const seal = sealFor(key, false) as Seal;
    const answer = '{"status":"ok","data":{"text":"£4.20"},"transaction":"7"}';
    const payload = seal.sealedAnswer("home/gateway/response/balance", answer);
    const [read] = await openedByPython(key, [{ topic: "home/gateway/response/balance", payload }]);
    const { id } = JSON.parse(payload);
    expect(Object.keys(JSON.parse(payload))).toEqual(["id", "encrypted"]);
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    expect(read).toEqual({ id, ...JSON.parse(answer) });
  });

  it("is refused by Python when a bit, the length, the topic or the id is another one", async () => {
    const genuine = vectors.sealed[0]?.sealed ?? "";
    const { encrypted, ...open } = JSON.parse(genuine);
    const frame = Buffer.from(encrypted, "base64url");
    const withFrame = (octets: Uint8Array) => ({
      topic: TOPIC,
      payload: JSON.stringify({ ...open, encrypted: Buffer.from(octets).toString("base64url") }),
    });
    const flipped = [...frame.keys()].map((place) => frame.map((octet, n) => (n === place ? octet ^ 1 : octet)));
    const shorter = [...frame.keys()].slice(33).map((length) => frame.subarray(0, length));
    const wrong = [
      ...flipped.map(withFrame),
      ...shorter.map(withFrame),
      { topic: "home/gateway/call", payload: genuine },
      { topic: TOPIC, payload: JSON.stringify({ ...open, id: "5f2c9a01b7d5", encrypted }) },
    ];
    expect(wrong.length).toBeGreaterThan(300);
    expect((await openedByPython(key, wrong)).filter((read) => read !== null)).toEqual([]);
    expect(await openedByPython(key, [{ topic: TOPIC, payload: genuine }])).not.toEqual([null]);
  });
});

describe("a signed command", () => {
  it("of Python's is taken, whatever it says", async () => {
    const texts = fc.sample(anyText, 50);
    const commands = texts.map((text, n) => ({
      topic: "home/gateway/sms/send",
      command: JSON.stringify(command({ id: `n${n}`, time: at(NOW_S - 60 + n), text })),
    }));
    const seal = sealFor(key, true) as Seal;
    const taken = (await signedByPython(key, commands)).map((payload) => opened(seal, payload));
    expect(taken.map(({ payload, refusal }) => [payload, refusal])).toEqual(commands.map((each) => [each.command, ""]));
  });

  it("is taken once", () => {
    const seal = sealFor(key, true) as Seal;
    const payload = sign(command());
    expect(codeOf(opened(seal, payload))).toBe("");
    expect(codeOf(opened(seal, payload))).toBe("repeated");
    expect(codeOf(opened(seal, payload, NOW_S + 1000))).toBe("repeated");
    expect(codeOf(opened(seal, sign(command({ again: 1 }))))).toBe("");
  });

  it.each([
    ["two minutes old", -120, ""],
    ["older", -121, "stale"],
    ["two minutes ahead", 120, ""],
    ["further ahead", 121, "stale"],
  ])("that is %s is answered %j %j", (_name, offset, code) => {
    expect(codeOf(opened(sealFor(key, true) as Seal, sign(command({ time: at(NOW_S + offset) }))))).toBe(code);
  });

  it("from before the gateway's start is not taken: it may have been, then", () => {
    const payload = sign(command({ time: at(NOW_S - 30) }));
    expect(codeOf(opened(sealFor(key, true) as Seal, payload, NOW_S, 29))).toBe("stale");
    expect(codeOf(opened(sealFor(key, true) as Seal, payload, NOW_S, 30))).toBe("");
  });

  it("waits for nothing while the time is unknown, and can be signed anew", () => {
    const seal = sealFor(key, true) as Seal;
    expect(codeOf(opened(seal, sign(command()), -1))).toBe("clock");
    expect(codeOf(opened(seal, sign(command())))).toBe("");
  });

  it("is not taken again after more of them than the gateway remembers", () => {
    const seal = sealFor(key, true) as Seal;
    const payloads = Array.from({ length: 100 }, (_, n) => sign(command({ id: `n${n}`, time: at(NOW_S - 50 + n) })));
    for (const payload of payloads) expect(codeOf(opened(seal, payload))).toBe("");
    for (const payload of payloads) expect(codeOf(opened(seal, payload))).toMatch(/^(repeated|stale)$/);
  });

  it.each([
    ["no JSON", "open"],
    ["no id", { time: at(NOW_S) }],
    ["no time", { id: "x" }],
    ["a time without its offset", { id: "x", time: "2026-11-22T09:30:45" }],
    ["an id that is none", { id: "é", time: at(NOW_S) }],
  ])("with %s is malformed", (_name, said) => {
    expect(codeOf(opened(sealFor(key, true) as Seal, sign(said)))).toBe("malformed");
  });
});

describe("what is not rightly signed", () => {
  const genuine = JSON.parse(sign(command()));
  it.each([
    ["a plain command", JSON.stringify(command())],
    ["no JSON", "open"],
    ["no signature", JSON.stringify({ signed: genuine.signed })],
    ["an empty signature", JSON.stringify({ ...genuine, sig: "" })],
    ["half a signature", JSON.stringify({ ...genuine, sig: genuine.sig.slice(0, 32) })],
    ["numbers", '{"signed":1,"sig":2}'],
    ["another key", sign(command(), undefined, vectors.keys.enc)],
    ["another topic", sign(command(), "home/gateway/request/ussd")],
    ["another gateway's topic", sign(command(), "home/other/sms/send")],
    ["text that is no base64url", JSON.stringify({ ...genuine, signed: `${genuine.signed}!` })],
    ["a piece more", JSON.stringify({ ...genuine, signed: `${genuine.signed}AAAA` })],
  ])("is refused: %s", (_name, payload) => {
    for (const [, make] of CIPHERS) expect(codeOf(opened(make() as Seal, payload))).toBe("unsigned");
  });

  it("is refused when any octet is another one", () => {
    const seal = sealFor(key, true) as Seal;
    const signed = Buffer.from(genuine.signed, "base64url");
    const sig = Buffer.from(genuine.sig, "hex");
    const flip = (octets: Buffer, place: number) =>
      Buffer.from(octets.map((octet, n) => (n === place ? octet ^ 64 : octet)));
    for (const place of signed.keys()) {
      const payload = JSON.stringify({ ...genuine, signed: flip(signed, place).toString("base64url") });
      expect(codeOf(opened(seal, payload))).toBe("unsigned");
    }
    for (const place of sig.keys())
      expect(codeOf(opened(seal, JSON.stringify({ ...genuine, sig: flip(sig, place).toString("hex") })))).toBe(
        "unsigned",
      );
    expect(codeOf(opened(seal, JSON.stringify(genuine)))).toBe("");
  });

  it("but is too long, or empty, goes its own way", () => {
    const seal = sealFor(key, true) as Seal;
    for (const payload of [null, ""]) expect(opened(seal, payload)).toEqual(commandOf(payload));
  });
});

it("the board's cipher reads and writes base64url as Node's does", () => {
  const [board, node] = CIPHERS.map(([, make]) => (make() as Seal).cipher);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.string({ maxLength: 12 }), (octets, text) => {
      const said = board?.toBase64(octets) ?? "";
      expect(said).toBe(node?.toBase64(octets));
      expect(board?.fromBase64(said)).toEqual(octets);
      expect(board?.fromBase64(text)).toEqual(node?.fromBase64(text));
    }),
    // With padding that is none.
    {
      examples: [
        [new Uint8Array(0), "0000="],
        [new Uint8Array(0), "AA="],
        [new Uint8Array(0), "AA=="],
      ],
    },
  );
});

it("encryption is AES-256 in CBC mode with whole blocks, as Node has it", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.uint8Array({ maxLength: 64 }), (iv, data) => {
      const blocks = data.slice(0, data.length - (data.length % 16));
      const expected = createCipheriv("aes-256-cbc", KEY, iv).setAutoPadding(false).update(blocks);
      for (const [, make] of CIPHERS) {
        const octets = Uint8Array.from(blocks);
        (make() as Seal).cipher.encrypt(KEY, iv, octets);
        expect(Buffer.from(octets)).toEqual(expected);
      }
    }),
  );
});
