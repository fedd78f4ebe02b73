// Messages in several parts: joined when all are there, in whatever order and company they come; published as they are
// when the rest does not come. Nothing leaves the SIM before it is published.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { world } from "../fakes/world.ts";
import { Bench, SETTINGS } from "./support/bench.ts";
import { gsm7, SCTS, ucs2 } from "./support/pdu-encoder.ts";

const HOUR_MS = 3_600_000;
const SETTLE_MS = 20_000;

interface Long {
  readonly from?: string;
  readonly reference?: number;
  /** 16 bits for the reference. */
  readonly isWide?: boolean;
  readonly scts?: readonly number[];
}

/** The PDUs of a message whose parts have these texts. */
function long(
  texts: readonly string[],
  { from = "+447700900123", reference = 7, isWide = false, scts = SCTS }: Long = {},
): Uint8Array[] {
  return texts.map((text, index) => {
    const header = isWide
      ? [0x08, 4, reference >> 8, reference & 0xff, texts.length, index + 1]
      : [0x00, 3, reference & 0xff, texts.length, index + 1];
    return gsm7(from, text, { header, scts });
  });
}

/** As mqtt-api has it: SHA-256 over each PDU with its length before it. */
function idOf(pdus: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const pdu of pdus) hash.update(Uint8Array.of(pdu.length)).update(pdu);
  return hash.digest("hex").slice(0, 12);
}

const texts = (bench: Bench) => bench.broker.messages().map(({ text }) => text);

/** Puts PDUs into the first free slots, one after the other. */
function deliver(bench: Bench, ...pdus: readonly Uint8Array[]): void {
  for (const pdu of pdus) {
    let slot = 1;
    while (bench.modem.slots.has(slot)) slot++;
    bench.modem.deliver(slot, pdu);
    bench.run(1_000);
  }
}

describe("a message in three parts", () => {
  const parts = long(["one ", "two ", "three"]);

  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]], [[2, 0, 1]]])(
    "that arrive in the order %j is published once, whole, and leaves the SIM",
    (order) => {
      const bench = new Bench().start();
      deliver(bench, ...order.slice(0, 2).map((index) => parts[index] as Uint8Array));
      bench.run(SETTLE_MS);
      expect(bench.broker.messages()).toEqual([]);
      expect(bench.modem.commandsLike("AT+CMGD")).toEqual([]);
      deliver(bench, parts[order[2] as number] as Uint8Array);
      bench.run(SETTLE_MS);
      expect(bench.broker.messages()).toMatchObject([{ id: idOf(parts), text: "one two three", parts: 3 }]);
      expect(bench.broker.messages()[0]).not.toHaveProperty("partial");
      expect(bench.modem.slots.size).toBe(0);
    },
  );

  it("is put together after a restart, from what waited on the SIM", () => {
    const bench = new Bench().start();
    deliver(bench, parts[0] as Uint8Array, parts[2] as Uint8Array);
    bench.powerCycle();
    bench.run(SETTLE_MS);
    deliver(bench, parts[1] as Uint8Array);
    bench.run(SETTLE_MS);
    expect(texts(bench)).toEqual(["one two three"]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("holds back nothing while it is not whole", () => {
    const bench = new Bench().start();
    deliver(bench, parts[0] as Uint8Array, gsm7("+447700900123", "short"));
    bench.run(SETTLE_MS);
    expect(texts(bench)).toEqual(["short"]);
    expect(bench.modem.slots.size).toBe(1);
  });

  it("of which the network repeats a part is published once, and the repeat leaves the SIM too, before or after", () => {
    const bench = new Bench().start();
    deliver(bench, parts[0] as Uint8Array, parts[0] as Uint8Array, parts[1] as Uint8Array, parts[2] as Uint8Array);
    bench.run(SETTLE_MS);
    deliver(bench, parts[1] as Uint8Array);
    bench.run(SETTLE_MS);
    expect(texts(bench)).toEqual(["one two three"]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("is published again, whole, with the same id, when its acknowledgement is lost", () => {
    const bench = new Bench().start();
    bench.broker.acknowledges = false;
    deliver(bench, ...parts);
    bench.run(SETTLE_MS);
    expect(bench.modem.slots.size).toBe(3);
    bench.broker.acknowledges = true;
    bench.run(60_000);
    expect(new Set(bench.broker.messages().map(({ id }) => id))).toEqual(new Set([idOf(parts)]));
    expect(bench.modem.slots.size).toBe(0);
  });
});

describe("a one-time code", () => {
  it("is taken out of a long message once it is whole, and out of no part of it", () => {
    const bench = new Bench({ ...SETTINGS, parts_timeout_h: 1 }).start();
    deliver(bench, ...long(["Your verification code is 4829", "17. Do not tell it to anybody."]));
    deliver(bench, long(["Your code is 4829", "17"], { reference: 9 })[0] as Uint8Array);
    bench.run(HOUR_MS * 1.1);
    const [whole, partial] = bench.broker.messages();
    expect(whole).toMatchObject({ code: "482917" });
    expect(partial).toMatchObject({ text: "Your code is 4829", partial: true });
    expect(partial).not.toHaveProperty("code");
  });
});

describe("a power cut after a long message was published", () => {
  const parts = long(["one ", "two ", "three"]);

  it("at any moment leaves no part behind that would be taken for an unfinished message", () => {
    for (let cutMs = 0; cutMs < 2_500; cutMs += 25) {
      const bench = new Bench().start();
      deliver(bench, parts[0] as Uint8Array, parts[1] as Uint8Array);
      bench.modem.deliver(3, parts[2] as Uint8Array);
      bench.run(cutMs);
      bench.powerCycle();
      bench.run(SETTLE_MS);
      expect(new Set(bench.broker.messages().map(({ id }) => id)), `${cutMs} ms`).toEqual(new Set([idOf(parts)]));
      expect(bench.modem.slots.size, `${cutMs} ms`).toBe(0);
    }
  });

  it("is no harm where the journal cannot be written, but for the message coming again in parts", () => {
    const bench = new Bench().start();
    world.isReadOnly = true;
    deliver(bench, ...parts);
    bench.run(SETTLE_MS);
    expect(texts(bench)).toEqual(["one two three"]);
    expect(bench.modem.slots.size).toBe(0);
    expect(bench.said.some((line) => line.includes("the flash cannot be written"))).toBe(true);
  });

  it("and a damaged journal is a journal without that record", () => {
    const bench = new Bench().start();
    deliver(bench, ...parts);
    bench.run(SETTLE_MS);
    const journal = Buffer.from(world.files.get("/journal") ?? []);
    for (const damage of [0, 5, journal.length - 3]) {
      const damaged = Buffer.from(journal);
      damaged[damage] = (damaged[damage] ?? 0) ^ 1;
      world.files.set("/journal", damaged);
      bench.powerCycle();
      deliver(bench, parts[1] as Uint8Array);
      bench.run(SETTLE_MS);
      expect(bench.modem.slots.size).toBe(1);
      bench.modem.slots.clear();
    }
  });
});

describe("a part that does not come", () => {
  const parts = long(["one ", "two ", "three"]);
  const bench = () => new Bench({ ...SETTINGS, parts_timeout_h: 1 }).start();

  it("is waited for, from the last part on, and then the rest is published with what is missing", () => {
    const gateway = bench();
    deliver(gateway, parts[0] as Uint8Array);
    gateway.run(HOUR_MS * 0.9);
    deliver(gateway, parts[2] as Uint8Array);
    gateway.run(HOUR_MS * 0.9);
    expect(gateway.broker.messages()).toEqual([]);
    gateway.run(HOUR_MS * 0.2);
    const [partial] = gateway.broker.messages();
    expect(partial).toMatchObject({
      id: idOf([parts[0] as Uint8Array, parts[2] as Uint8Array]),
      text: "one three",
      parts: 3,
      partial: true,
      missing: [2],
      group: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(gateway.modem.slots.size).toBe(0);
    deliver(gateway, parts[1] as Uint8Array);
    gateway.run(HOUR_MS * 1.1);
    expect(gateway.broker.messages()[1]).toMatchObject({ text: "two ", missing: [1, 3], group: partial?.group });
  });
});

describe("a SIM without room for the rest of long messages", () => {
  const messages = Array.from({ length: 12 }, (_, n) =>
    long(
      ["one", "two", "three", "four", "five"].map((word) => `${n} ${word} `),
      { reference: n },
    ),
  );
  const fill = (bench: Bench, count: number) => {
    for (const pdus of messages.slice(0, count)) {
      deliver(bench, ...pdus.slice(0, 4));
      bench.run(SETTLE_MS);
    }
  };

  it("is given room: parts go to the flash, and only then leave the SIM", () => {
    const bench = new Bench().start();
    fill(bench, 7);
    expect(bench.broker.messages()).toEqual([]);
    expect(30 - bench.modem.slots.size).toBeGreaterThanOrEqual(3);
    const kept = Buffer.from(world.files.get("/parts") ?? []);
    const [first] = messages[0] ?? [];
    expect(kept.includes(Buffer.from(first ?? []))).toBe(true);
    for (const pdus of messages.slice(0, 7)) deliver(bench, pdus[4] as Uint8Array);
    bench.run(SETTLE_MS * 3);
    expect(texts(bench)).toHaveLength(7);
    expect(texts(bench)[0]).toBe("0 one 0 two 0 three 0 four 0 five ");
    expect(bench.modem.slots.size).toBe(0);
    expect(world.files.get("/parts")?.length).toBe(4);
  });

  it("at any power cut loses nothing and publishes nothing twice in another form", () => {
    for (let cutMs = 0; cutMs < 3000; cutMs += 97) {
      const bench = new Bench().start();
      fill(bench, 6);
      deliver(bench, ...(messages[6] ?? []).slice(0, 4));
      bench.run(cutMs);
      bench.powerCycle();
      bench.start();
      for (const pdus of messages.slice(0, 7)) deliver(bench, pdus[4] as Uint8Array);
      bench.run(SETTLE_MS * 4);
      const ids = bench.broker.messages().map(({ id }) => id);
      expect(new Set(ids), `${cutMs} ms`).toEqual(new Set(messages.slice(0, 7).map(idOf)));
      expect(bench.modem.slots.size, `${cutMs} ms`).toBe(0);
    }
  });

  it("publishes as partial what is beyond forty parts, and what the flash does not take", () => {
    const full = new Bench().start();
    fill(full, 12);
    expect(full.broker.messages()[0]).toMatchObject({ partial: true, missing: [5] });
    const readOnly = new Bench().start();
    world.isReadOnly = true;
    fill(readOnly, 7);
    expect(readOnly.broker.messages()[0]).toMatchObject({ partial: true, missing: [5] });
    expect(30 - readOnly.modem.slots.size).toBeGreaterThanOrEqual(3);
  });
});

describe("parts of different messages", () => {
  it.each([
    ["of two senders with the same reference", {}, { from: "+447700900999" }],
    ["of one sender with other references", {}, { reference: 8 }],
    ["with references of 8 and of 16 bits", { reference: 7 }, { reference: 7, isWide: true }],
  ])("%s are kept apart", (_case, one, other) => {
    const bench = new Bench().start();
    const [a, b] = [long(["a1 ", "a2"], one), long(["b1 ", "b2"], other)];
    deliver(bench, a[0] as Uint8Array, b[0] as Uint8Array, b[1] as Uint8Array, a[1] as Uint8Array);
    bench.run(SETTLE_MS);
    expect(texts(bench).sort()).toEqual(["a1 a2", "b1 b2"]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("of a reference that is used again at once are two messages", () => {
    const bench = new Bench().start();
    deliver(bench, ...long(["a1 ", "a2"]), ...long(["b1 ", "b2"]));
    bench.run(SETTLE_MS);
    expect(texts(bench)).toEqual(["a1 a2", "b1 b2"]);
  });

  it("of a reference that is used again after a day are never mixed", () => {
    const bench = new Bench().start();
    const [old, fresh] = [long(["a1 ", "a2"]), long(["b1 ", "b2"], { scts: [0x62, 0x11, 0x32, ...SCTS.slice(3)] })];
    deliver(bench, old[0] as Uint8Array, fresh[1] as Uint8Array);
    bench.run(SETTLE_MS);
    expect(bench.broker.messages()).toEqual([]);
    deliver(bench, fresh[0] as Uint8Array);
    bench.run(SETTLE_MS);
    expect(texts(bench)).toEqual(["b1 b2"]);
    expect(bench.modem.slots.size).toBe(1);
  });

  it("of a type that is reserved, which counts as a message, are joined like others", () => {
    const bench = new Bench().start();
    const pdus = long(["a1 ", "a2"]).map((pdu) => {
      const reserved = Uint8Array.from(pdu);
      const type = 1 + (pdu[0] ?? 0);
      reserved[type] = (reserved[type] ?? 0) | 3;
      return reserved;
    });
    deliver(bench, ...pdus);
    bench.run(SETTLE_MS);
    expect(bench.broker.messages()).toMatchObject([{ text: "a1 a2", parts: 2 }]);
  });

  it("that cannot be read as text are published in hex, all of them", () => {
    const bench = new Bench().start();
    const header = (part: number) => [0x00, 3, 9, 2, part, 0x04, 2, 0x10, 0x20];
    const pdus = [1, 2].map((part) => ucs2("+447700900123", "x", { dcs: 4, header: header(part) }));
    deliver(bench, ...pdus);
    bench.run(SETTLE_MS);
    expect(bench.broker.messages()).toMatchObject([
      { raw: pdus.map((pdu) => Buffer.from(pdu).toString("hex")), parts: 2 },
    ]);
  });
});

describe("whatever comes together", () => {
  it("every message is published once, whole and unaltered, over restarts", () => {
    const message = fc.record({
      from: fc.constantFrom("+447700900001", "+447700900002", "60777"),
      parts: fc.integer({ min: 1, max: 4 }),
      isWide: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.nat()),
        fc.nat(20),
        (made, chance, restartAt) => {
          const bench = new Bench().start();
          const wanted = made.map(({ parts }, n) => Array.from({ length: parts }, (_, part) => `<${n}.${part}>`));
          const pdus = made.flatMap(({ from, isWide }, n) => {
            const own = wanted[n] ?? [];
            return own.length === 1 ? [gsm7(from, own[0] ?? "")] : long(own, { from, isWide, reference: n });
          });
          const shuffled = [...pdus];
          for (let i = shuffled.length - 1; i > 0; i--) {
            const j = (chance.next().value as number) % (i + 1);
            [shuffled[i], shuffled[j]] = [shuffled[j] as Uint8Array, shuffled[i] as Uint8Array];
          }
          for (const [index, pdu] of shuffled.entries()) {
            deliver(bench, pdu);
            if (index === restartAt) {
              bench.run(5_000);
              bench.powerCycle();
              bench.run(SETTLE_MS);
            }
          }
          bench.run(60_000);
          const published = new Map(bench.broker.messages().map(({ id, text }) => [id, text]));
          expect([...published.values()].sort()).toEqual(wanted.map((parts) => parts.join("")).sort());
          expect(bench.modem.slots.size).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
