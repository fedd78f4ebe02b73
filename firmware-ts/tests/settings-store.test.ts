// What setup mode writes: a draft, files, a save. And the power cut at every step of it: what is there afterwards is all old or all
// new, and the next start makes it so.
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { mergedSettings } from "../domain/portal/merged-settings.ts";
import { BoardStore } from "../drivers/portal/board-store.ts";
import { startView } from "../drivers/settings-store.late.ts";
import { storedSettings } from "../drivers/stored-settings.late.ts";
import { world } from "../fakes/world.ts";

const OLD = {
  version: 2,
  wifi_ssid: "old",
  wifi_password: "old password",
  broker_host: "old.example",
  broker_user: "me",
  broker_password: "hunter2!",
  broker_ca: "own",
};
const { version: _version, wifi_password: _wifi, broker_password: _broker, ...SHOWN } = OLD;
const NEW = { ...SHOWN, wifi_ssid: "new", broker_host: "new.example", broker_cert: true };
const encode = (text: string) => new TextEncoder().encode(text);
const textAt = (path: string) => Buffer.from(world.files.get(path) ?? []).toString();
const FILES = ["/ca.der", "/client.der", "/client.key.der"];

function stored(settings: object = OLD): void {
  world.files.set("/settings.json", encode(JSON.stringify(settings)));
  world.files.set("/ca.der", encode("old authority"));
}

function store(): BoardStore {
  return new BoardStore(startView(storedSettings()));
}

function bringFiles(): void {
  for (const path of FILES) world.files.set(`${path}.draft`, encode(`new ${path}`));
}

function draft(of: BoardStore, settings: object): { usable: boolean; problems: { key: string; fatal: boolean }[] } {
  return JSON.parse(of.draft(of.merge(JSON.stringify({ settings }))));
}

beforeEach(() => world.reset());

describe("settings that are sent", () => {
  it("become the draft, with the secrets that the page never saw", () => {
    stored();
    expect(draft(store(), { ...SHOWN, topic: "house", broker_password: "" })).toEqual({ usable: true, problems: [] });
    expect(JSON.parse(textAt("/settings.draft"))).toEqual({ ...OLD, topic: "house" });
    expect(JSON.parse(textAt("/settings.json"))).toEqual(OLD);
  });

  it("take a secret away where it is null, and change it where it is said", () => {
    stored();
    draft(store(), { ...SHOWN, broker_password: null, wifi_password: "another one" });
    const { broker_password, wifi_password } = JSON.parse(textAt("/settings.draft"));
    expect([broker_password, wifi_password]).toEqual([undefined, "another one"]);
  });

  it("keep the secrets of the draft before them, which were typed a minute ago", () => {
    stored();
    const one = store();
    draft(one, { ...SHOWN, wifi_password: "typed just now" });
    draft(one, { ...SHOWN, wifi_password: "" });
    expect(JSON.parse(textAt("/settings.draft")).wifi_password).toBe("typed just now");
  });

  it("that are of no use are told what is wrong by key, and the draft before them stays", () => {
    stored();
    const one = store();
    draft(one, SHOWN);
    const before = textAt("/settings.draft");
    const told = draft(one, { ...SHOWN, wifi_ssid: "", calls: "maybe", strange: 1 });
    expect(told.usable).toBe(false);
    expect(told.problems.map(({ key, fatal }) => [key, fatal])).toEqual([
      ["wifi_ssid", true],
      ["calls", false],
      ["", false],
    ]);
    expect(textAt("/settings.draft")).toBe(before);
  });

  it("need the files that they speak of, saved or brought", () => {
    const one = store();
    expect(draft(one, { ...NEW }).problems.map(({ key }) => key)).toEqual(["broker_ca", "broker_cert"]);
    bringFiles();
    expect(draft(one, { ...NEW }).usable).toBe(true);
    world.files.set("/client.key.der.draft", new Uint8Array(0));
    expect(draft(one, { ...NEW }).problems.map(({ key }) => key)).toEqual(["broker_cert"]);
  });

  it.each(["", "[]", "3", '{"settings":[]}', '{"settings":null}', "{", `{"settings":${"[".repeat(3000)}`])(
    "as %j are none",
    (body) => {
      stored();
      expect(store().merge(body)).toBe("");
      expect(world.files.has("/settings.draft")).toBe(false);
    },
  );

  it("are refused where the flash cannot be written", () => {
    stored();
    const one = store();
    world.isReadOnly = true;
    expect(one.draft(one.merge(JSON.stringify({ settings: SHOWN })))).toBe("!");
    expect(one.hasDraft()).toBe(false);
  });

  it("are shown to who asks later, without a secret", () => {
    stored();
    const one = store();
    draft(one, { ...SHOWN, topic: "house" });
    const shown = Buffer.from(one.shown()).toString();
    expect(JSON.parse(shown)).toMatchObject({ topic: "house", wifi_password: true, broker_password: true, key: false });
    expect(shown).not.toContain("hunter2");
    expect(shown).not.toContain("old password");
  });

  it("are merged so that no secret is lost, whatever is sent", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(""), fc.constant(null));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("a", "b", "pin", "key", "version"), value),
        fc.dictionary(fc.constantFrom("pin", "key"), fc.string({ minLength: 1 })),
        (sent, before) => {
          const merged = JSON.parse(mergedSettings("2", sent, before, ["pin", "key"]));
          expect(merged.version).toBe(2);
          for (const secret of ["pin", "key"]) {
            const said = sent[secret];
            const isKept = said === undefined || said === "";
            expect(merged[secret]).toEqual(isKept ? before[secret] : (said ?? undefined));
          }
          for (const key of ["a", "b"]) expect(merged[key] ?? null).toEqual(sent[key] ?? null);
        },
      ),
    );
  });
});

describe("a save", () => {
  function ready(): BoardStore {
    stored();
    const one = store();
    bringFiles();
    expect(draft(one, { ...NEW }).usable).toBe(true);
    return one;
  }

  it("makes the draft the settings, and the files the board's", () => {
    const one = ready();
    expect(one.save()).toBe(true);
    expect(JSON.parse(textAt("/settings.json"))).toMatchObject(NEW);
    expect(FILES.map(textAt)).toEqual(FILES.map((path) => `new ${path}`));
    expect([...world.files.keys()].filter((path) => /draft|save|new|upload/.test(path))).toEqual([]);
  });

  it("is all there or not at all after a power cut at each of its steps, and so at the next start", () => {
    const seen = new Set<string>();
    for (let cut = 0; ; cut++) {
      world.reset();
      const one = ready();
      const isOver = cutAfter(cut, () => one.save());
      storedSettings();
      const isNew = JSON.parse(textAt("/settings.json")).wifi_ssid === "new";
      expect([cut, ...FILES.map(textAt)]).toEqual([
        cut,
        ...(isNew ? FILES.map((path) => `new ${path}`) : ["old authority", "", ""]),
      ]);
      seen.add(isNew ? "new" : "old");
      if (isOver) break;
    }
    expect([...seen]).toEqual(["old", "new"]);
  });

  it("that is cut off goes on through any number of further cuts", () => {
    const one = ready();
    cutAfter(2, () => one.save());
    for (let n = 0; n < 3; n++) cutAfter(1, () => storedSettings());
    expect(storedSettings().text("wifi_ssid")).toBe("new");
    expect(FILES.map(textAt)).toEqual(FILES.map((path) => `new ${path}`));
  });

  describe("with files that are taken away", () => {
    const PLAIN = { ...SHOWN, wifi_ssid: "new", broker_ca: "isrg-root-x1" };

    function readyWithout(): BoardStore {
      stored();
      for (const path of FILES.slice(1)) world.files.set(path, encode(`old ${path}`));
      const one = store();
      expect(draft(one, { ...PLAIN }).usable).toBe(true);
      for (const path of FILES) world.files.set(`${path}.draft`, new Uint8Array(0));
      expect(["ca", "client", "key"].map((name) => one.hasFile(name))).toEqual([false, false, false]);
      return one;
    }

    it("deletes them", () => {
      expect(readyWithout().save()).toBe(true);
      expect([...world.files.keys()].sort()).toEqual(["/settings.good", "/settings.json"]);
    });

    it("has all of them or none after a power cut at each of its steps, and so at the next start", () => {
      const seen = new Set<string>();
      for (let cut = 0; ; cut++) {
        world.reset();
        const one = readyWithout();
        const isOver = cutAfter(cut, () => one.save());
        storedSettings();
        const isNew = JSON.parse(textAt("/settings.json")).wifi_ssid === "new";
        expect([cut, ...FILES.map((path) => world.files.has(path))]).toEqual([cut, !isNew, !isNew, !isNew]);
        seen.add(isNew ? "new" : "old");
        if (isOver) break;
      }
      expect([...seen]).toEqual(["old", "new"]);
    });

    it("is none where the draft speaks of them: that is no draft any more, and all stays", () => {
      const one = ready();
      world.files.set("/client.key.der.draft", new Uint8Array(0));
      expect([one.save(), one.hasDraft()]).toEqual([false, false]);
      expect([JSON.parse(textAt("/settings.json")), textAt("/ca.der")]).toEqual([OLD, "old authority"]);
    });
  });

  it("leaves nothing of a draft that was not saved to the next setup", () => {
    const one = ready();
    expect(one.hasDraft()).toBe(true);
    const next = store();
    expect(next.hasDraft()).toBe(false);
    expect([...world.files.keys()].sort()).toEqual(["/ca.der", "/settings.good", "/settings.json"]);
  });

  describe("over settings that cannot be read", () => {
    const NEWER = JSON.stringify({ ...OLD, version: 3, tomorrow: { all: ["of", "it"] } });

    function readyOver(text: string): BoardStore {
      world.files.set("/settings.json", encode(text));
      const one = store();
      expect(draft(one, { ...SHOWN, wifi_ssid: "new", broker_ca: "isrg-root-x1" }).usable).toBe(true);
      return one;
    }

    it.each<[string, string]>([
      ["of a newer version", NEWER],
      ["of none", JSON.stringify({ ...OLD, version: undefined })],
      ["of version 0", JSON.stringify({ ...OLD, version: 0 })],
      ["of a version that is a text", JSON.stringify({ ...OLD, version: "soon" })],
      ["with a number that is none of a board's", '{"version":3,"volume":1.50}'],
      ["longer than any of now", `{"version":3,"esim":"${"é".repeat(9_000)}"}`],
      ["damaged", NEWER.slice(0, -1)],
      ["no object", "[3]"],
    ])("keeps them to the octet: %s", (_which, text) => {
      expect(readyOver(text).save()).toBe(true);
      expect(JSON.parse(textAt("/settings.json"))).toMatchObject({ version: 2, wifi_ssid: "new" });
      expect(textAt("/settings.kept")).toBe(text);
    });

    it("has them somewhere after a power cut at each of its steps, and at the next start", () => {
      const seen = new Set<string>();
      for (let cut = 0; ; cut++) {
        world.reset();
        const one = readyOver(NEWER);
        const isOver = cutAfter(cut, () => one.save());
        storedSettings();
        const isNew = JSON.parse(textAt("/settings.json")).wifi_ssid === "new";
        expect([cut, textAt(isNew ? "/settings.kept" : "/settings.json")]).toEqual([cut, NEWER]);
        seen.add(isNew ? "new" : "old");
        if (isOver) break;
      }
      expect([...seen]).toEqual(["old", "new"]);
    });

    it("is none where they cannot be kept", () => {
      const one = readyOver(NEWER);
      world.isReadOnly = true;
      expect(one.save()).toBe(false);
      expect(textAt("/settings.json")).toBe(NEWER);
    });

    it("and over those that can keeps nothing", () => {
      for (const text of [JSON.stringify(OLD), JSON.stringify({ ...OLD, version: 1 })]) {
        world.reset();
        expect(readyOver(text).save()).toBe(true);
        expect(world.files.has("/settings.kept")).toBe(false);
      }
    });
  });

  it("of a draft is at no moment of writing it harmful: the settings stay as they are", () => {
    for (let cut = 0; ; cut++) {
      world.reset();
      stored();
      const one = store();
      const isOver = cutAfter(cut, () =>
        one.draft(one.merge(JSON.stringify({ settings: { ...SHOWN, topic: "house" } }))),
      );
      expect(JSON.parse(textAt("/settings.json"))).toEqual(OLD);
      expect(storedSettings().usable).toBe(true);
      const left = textAt("/settings.draft");
      expect(left === "" || JSON.parse(left).topic === "house").toBe(true);
      if (isOver) break;
    }
  });
});

/** The power goes with this step of the flash, which does not happen any more. @returns whether there were fewer steps */
function cutAfter(steps: number, run: () => unknown): boolean {
  let left = steps;
  world.onFlashStep = () => {
    if (left-- <= 0) throw new PowerCut("the power is gone");
  };
  try {
    run();
    return true;
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
    return false;
  } finally {
    world.onFlashStep = () => {};
  }
}

/** Nothing of the firmware catches a RangeError: for it that is the end, as this is. */
class PowerCut extends RangeError {}
