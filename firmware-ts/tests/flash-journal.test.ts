// What is kept on the flash: whole, nothing at all, or damaged; and read a piece at a time.
import { beforeEach, describe, expect, it } from "vitest";
import { FlashJournal } from "../drivers/flash-journal.ts";
import { recalledParts } from "../drivers/recalled-journal.ts";
import { world } from "../fakes/world.ts";

const octets = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7) & 0xff);

function keep(journal: FlashJournal, pieces: readonly Uint8Array[]): boolean {
  const left = [...pieces];
  return journal.keep("parts", () => left.shift() ?? null);
}

describe("what is kept", () => {
  beforeEach(() => world.reset());

  it("is there as it was given, whatever its length", () => {
    const journal = new FlashJournal();
    for (const length of [1, 255, 256, 257, 5000]) {
      expect(
        keep(
          journal,
          [octets(length).subarray(0, 100), octets(length).subarray(100)].filter((p) => p.length > 0),
        ),
      );
      expect(journal.keptSize("parts")).toBe(length);
      expect(recalledParts(journal)).toEqual(octets(length));
    }
  });

  it("may be nothing, which is not the same as none", () => {
    const journal = new FlashJournal();
    expect(journal.keptSize("parts")).toBe(-1);
    expect(keep(journal, [])).toBe(true);
    expect(journal.keptSize("parts")).toBe(0);
    expect(recalledParts(journal)).toEqual(new Uint8Array(0));
  });

  it("counts as none when any octet is another one", () => {
    const journal = new FlashJournal();
    keep(journal, [octets(300)]);
    for (const at of [0, 255, 256, 299, 300, 303]) {
      const file = Uint8Array.from(world.files.get("/parts") ?? []);
      const good = file[at] ?? 0;
      file[at] = good ^ 1;
      world.files.set("/parts", file);
      expect(journal.keptSize("parts")).toBe(-1);
      file[at] = good;
      world.files.set("/parts", file);
    }
    expect(journal.keptSize("parts")).toBe(300);
  });

  it("stays as it was when the next ends in vain", () => {
    const journal = new FlashJournal();
    keep(journal, [octets(10)]);
    expect(keep(journal, [octets(20), new Uint8Array(0), octets(3)])).toBe(false);
    expect(recalledParts(journal)).toEqual(octets(10));
  });
});
