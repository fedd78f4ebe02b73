// The way back to the Wi-Fi, step by step: how long each waits, and what comes after it.
import { describe, expect, it } from "vitest";
import { JoinLadder, type Link } from "../domain/network/join-ladder.ts";

const EVERY_MS = 250;

/** The steps that are no waiting, each with its second, while the link is as `link` says. */
function stepsOf(ladder: JoinLadder, seconds: number, link: Link | ((ms: number) => Link), mayScan = true): string[] {
  const steps: string[] = [];
  for (let now = 0; now <= seconds * 1000; now += EVERY_MS) {
    const step = ladder.step(typeof link === "string" ? link : link(now), mayScan, now);
    if (step === "scan") ladder.heard(Int8Array.of(-80, -50, -128), now);
    const what = step === "join" && step.length > 0 ? `join ${ladder.network()}` : step;
    if (step !== "wait") steps.push(`${Math.trunc(now / 1000)} ${what}`);
  }
  return steps;
}

describe("one network", () => {
  it("that says nothing is asked each 15 s; after three times the radio is off for 2 s", () => {
    expect(stepsOf(new JoinLadder(1, false, 0), 65, "joining")).toEqual([
      "0 join 0",
      "15 join 0",
      "30 join 0",
      "45 radio-off",
      "47 radio-on",
      "47 join 0",
      "62 join 0",
    ]);
  });

  it("that is not there is asked each 8 s", () => {
    expect(stepsOf(new JoinLadder(1, false, 0), 20, "no-network").slice(0, 3)).toEqual([
      "0 join 0",
      "8 join 0",
      "16 join 0",
    ]);
  });

  it("that gives no address is waited for 80 s, as a router may start with the board", () => {
    expect(stepsOf(new JoinLadder(1, false, 0), 85, "no-address")).toEqual(["0 join 0", "80 join 0"]);
  });

  it("that was just lost may come back by itself within 5 s", () => {
    expect(stepsOf(new JoinLadder(1, true, 0), 6, "joining")).toEqual(["5 join 0"]);
  });

  it("is never looked around for, as that would hold up all else", () => {
    expect(stepsOf(new JoinLadder(1, false, 0), 600, "no-network").join()).not.toContain("scan");
  });
});

describe("a password", () => {
  const stateAfter = (seconds: number, link: (ms: number) => Link) => {
    const ladder = new JoinLadder(1, false, 0);
    stepsOf(ladder, seconds, link);
    return ladder.state;
  };

  it("that is refused three times in a row is wrong", () => {
    expect(stateAfter(23, () => "wrong-key")).toBe("joining");
    expect(stateAfter(25, () => "wrong-key")).toBe("wrong-key");
  });

  it("that is refused now and then is not", () => {
    expect(stateAfter(41, (ms) => (ms > 17_000 && ms < 25_000 ? "no-network" : "wrong-key"))).not.toBe("wrong-key");
  });

  it("that was wrong, and whose network is gone, is no longer said to be", () => {
    expect(stateAfter(60, (ms) => (ms < 40_000 ? "wrong-key" : "no-network"))).toBe("no-network");
  });
});

describe("three networks", () => {
  it("are looked for first, then tried from the strongest to the one that is not heard", () => {
    expect(stepsOf(new JoinLadder(3, false, 0), 30, "no-network")).toEqual([
      "0 scan",
      "0 join 1",
      "8 join 0",
      "16 join 2",
      "24 join 1",
    ]);
  });

  it("are tried in the order of the settings when there is no moment for a look around within 20 s", () => {
    expect(stepsOf(new JoinLadder(3, false, 0), 30, "no-network", false).slice(0, 2)).toEqual([
      "20 join 0",
      "28 join 1",
    ]);
  });

  it("are looked for again after two minutes without one, and not more often", () => {
    const scans = stepsOf(new JoinLadder(3, false, 0), 1000, "no-network").filter((step) => step.endsWith("scan"));
    expect(scans.length).toBeGreaterThan(3);
    expect(scans.length).toBeLessThanOrEqual(9);
  });

  it("of which one has just been lost: that is waited for before a look around", () => {
    expect(stepsOf(new JoinLadder(3, true, 0), 14, "no-network")[0]).toBe("5 join 1");
  });
});

describe("a link that carries nothing", () => {
  it("is joined anew at once, and the second time with the radio off in between", () => {
    const first = new JoinLadder(1, true, 0);
    first.leave(false, 0);
    expect(stepsOf(first, 1, "joining")).toEqual(["0 join 0"]);
    const second = new JoinLadder(1, true, 0);
    second.leave(true, 0);
    expect(stepsOf(second, 3, "joining")).toEqual(["0 radio-off", "2 radio-on", "2 join 0"]);
  });
});
