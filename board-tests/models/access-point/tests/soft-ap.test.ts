// The board's own access point, as the chip has it, without a board.
import { describe, expect, it } from "vitest";
import { SoftAp } from "../soft-ap.ts";

const UNIQUE_ID = "e66164084335ab21";

function makeSoftAp() {
  const told = { faults: [] as string[], states: [] as boolean[], parted: 0 };
  const softAp = new SoftAp(UNIQUE_ID, {
    changed: (on) => told.states.push(on),
    parted: () => told.parted++,
    log: () => {},
    fault: (text) => told.faults.push(text),
  });
  return { softAp, told };
}

function ownSoftAp() {
  const made = makeSoftAp();
  made.softAp.set({ ssid: "own", key: "12345678" });
  made.softAp.setActive(true);
  return made;
}

describe("an access point that nobody has named", () => {
  it("is MicroPython's, with the key that everybody knows, and that is a fault", () => {
    const { softAp, told } = makeSoftAp();
    softAp.setActive(true);
    expect(softAp.report()).toMatchObject({ ssid: "PICO2B33", key: "picoW123", channel: 3 });
    expect(softAp.associate("aa", "PICO2B33", "picoW123")).toBeNull();
    expect(told.faults).toEqual(["MicroPython's default access point is on: everybody knows its key"]);
  });

  it("has after deinit() no name and no key", () => {
    const { softAp } = ownSoftAp();
    softAp.deinit();
    softAp.setActive(true);
    expect(softAp.report()).toMatchObject({ ssid: "", key: "" });
    expect(softAp.associate("aa", "", "")).toBe("no network");
  });
});

describe("who joins", () => {
  it("needs its name and its key", () => {
    const { softAp, told } = ownSoftAp();
    expect(softAp.associate("aa", "other", "12345678")).toBe("no network");
    expect(softAp.associate("aa", "own", "12345679")).toBe("wrong key");
    expect(softAp.associate("aa", "own", "12345678")).toBeNull();
    expect(told.faults).toEqual([]);
  });

  it("needs no key of one without security", () => {
    const { softAp } = makeSoftAp();
    softAp.set({ ssid: "open", security: 0 });
    softAp.setActive(true);
    expect(softAp.associate("aa", "open", "")).toBeNull();
    expect(softAp.report().key).toBe("");
  });

  it("cannot, with a key of seven characters", () => {
    const { softAp, told } = makeSoftAp();
    softAp.set({ ssid: "own", key: "1234567" });
    softAp.setActive(true);
    expect(softAp.associate("aa", "own", "1234567")).toBe("wrong key");
    expect(told.faults).toEqual(["the access point's key has 7 characters: nobody can join"]);
  });

  it("is the fifth, and finds it full until one leaves", () => {
    const { softAp } = ownSoftAp();
    for (const mac of ["1", "2", "3", "4"]) expect(softAp.associate(mac, "own", "12345678")).toBeNull();
    expect(softAp.associate("5", "own", "12345678")).toBe("full");
    softAp.leave("2");
    expect(softAp.associate("5", "own", "12345678")).toBeNull();
  });

  it("gets the address that it had; the ninth gets none", () => {
    const { softAp } = ownSoftAp();
    const macs = ["1", "2", "3", "4", "5", "6", "7", "8"];
    expect(macs.map((mac) => softAp.lease(mac)).at(-1)).toBe("192.168.4.23");
    expect(softAp.lease("9")).toBeNull();
    expect(softAp.lease("3")).toBe("192.168.4.18");
  });
});

describe("its settings", () => {
  it("count at once while it is on, as it goes off and on: all have to join anew", () => {
    const { softAp, told } = ownSoftAp();
    softAp.associate("aa", "own", "12345678");
    softAp.set({ key: "87654321" });
    softAp.cycle();
    expect(told.states).toEqual([true, false, true]);
    expect(softAp.isAssociated("aa")).toBe(false);
    expect(softAp.associate("aa", "own", "87654321")).toBeNull();
  });

  it("are cut to what the radio takes: 32 octets of a name, whole characters or not", () => {
    const { softAp } = makeSoftAp();
    softAp.set({ ssid: "x".repeat(40) });
    expect(softAp.ssid).toBe("x".repeat(32));
  });
});

describe("its channel", () => {
  it("becomes the station's when that joins on another one, and all have to join anew", () => {
    const { softAp, told } = ownSoftAp();
    softAp.associate("aa", "own", "12345678");
    softAp.stationOn(11);
    expect(softAp.channel).toBe(11);
    expect(told.parted).toBe(1);
    expect(softAp.isAssociated("aa")).toBe(false);
  });

  it("stays when it is the station's already, and when that leaves", () => {
    const { softAp, told } = makeSoftAp();
    softAp.set({ ssid: "own", key: "12345678", channel: 6 });
    softAp.setActive(true);
    softAp.stationOn(6);
    softAp.stationOn(null);
    expect(softAp.channel).toBe(6);
    expect(told.parted).toBe(0);
  });

  it("is the station's from the beginning, whatever the settings say, when that has joined", () => {
    const { softAp } = makeSoftAp();
    softAp.set({ ssid: "own", key: "12345678", channel: 6 });
    softAp.stationOn(11);
    softAp.setActive(true);
    expect(softAp.channel).toBe(11);
  });
});
