// The Wi-Fi station over a day: an access point that is switched off costs a few restarts of the board, and never a loop of
// them.
import { beforeEach, describe, expect, it } from "vitest";
import { WallClock } from "../domain/wall-clock.ts";
import { Lookup } from "../drivers/network/lookup.ts";
import { WifiStation } from "../drivers/wifi-station.ts";
import { world } from "../fakes/world.ts";

const HOUR_MS = 3_600_000;
const STEP_MS = 250;

/** When the board started, which counts from there. */
let started = 0;

beforeEach(() => {
  world.reset();
  started = 0;
});

function station(networks = "home\ncorrect horse"): WifiStation {
  const lookup = new Lookup("192.168.1.2", false, "", "", new WallClock());
  return new WifiStation(networks, "GB", "", -1, { feed: () => {} }, lookup);
}

/** Lets time pass. @returns the hours of the restarts that were due; the board starts anew after each */
function restartsWithin(hours: number, first: WifiStation): number[] {
  const restarts: number[] = [];
  let wifi = first;
  const from = world.now;
  while (world.now - from < hours * HOUR_MS) {
    world.advance(STEP_MS);
    wifi.poll(world.now - started, true);
    if (!wifi.isRestartDue(world.now - started)) continue;
    restarts.push(Math.round(((world.now - from) / HOUR_MS) * 100) / 100);
    started = world.now;
    world.resetCause = 3;
    world.wifi.status = 0;
    wifi = station();
  }
  return restarts;
}

describe("a network that is away for a day", () => {
  it("costs a restart after five minutes, and then one each six hours", () => {
    world.wifi.hasNetwork = false;
    world.wifi.refusal = -2;
    expect(restartsWithin(24, station())).toEqual([0.08, 6.08, 12.08, 18.08]);
  });

  it("after an hour with it costs one after five minutes again", () => {
    world.resetCause = 3;
    const wifi = station();
    expect(restartsWithin(1.1, wifi)).toEqual([]);
    world.wifi.hasNetwork = false;
    world.wifi.status = 0;
    expect(restartsWithin(0.2, wifi)).toEqual([0.08]);
  });

  it("costs none with a password that is wrong: the radio works", () => {
    world.wifi.hasNetwork = false;
    world.wifi.refusal = -3;
    expect(restartsWithin(12, station())).toEqual([]);
  });
});

describe("a station", () => {
  it("joins with the password that belongs to the network that it hears best", () => {
    world.wifi.heard = [
      { ssid: "office", strength: -50 },
      { ssid: "home", strength: -70 },
    ];
    const wifi = station("home\ncorrect horse\noffice\n");
    for (let i = 0; i < 20; i++) {
      world.advance(STEP_MS);
      wifi.poll(world.now, true);
    }
    expect(world.wifi.joins).toEqual(["office null pm=16"]);
    expect([wifi.hasScanned(), wifi.hasScanned()]).toEqual([true, false]);
  });
});
