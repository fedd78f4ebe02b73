// The bit rate of the modem's line, without a modem: what is tried when nothing is heard, and when it ends.
import { describe, expect, it } from "vitest";
import { LineSpeed } from "../domain/modem/line-speed.ts";

function attempts(speed: LineSpeed, count: number): number[] {
  return Array.from({ length: count }, () => {
    speed.attempted();
    return speed.baud;
  });
}

describe("a modem that is not heard", () => {
  it("is tried at both rates in turn, the usual one longer at first", () => {
    const tried = attempts(new LineSpeed(19_200, false), 60);
    expect(tried.slice(0, 40)).toEqual(Array(40).fill(19_200));
    expect(tried.slice(40, 48)).toEqual(Array(8).fill(115_200));
    expect(tried[48]).toBe(19_200);
  });

  it("is never tried at another rate where the line has one of its own", () => {
    expect(new Set(attempts(new LineSpeed(19_200, true), 100))).toEqual(new Set([19_200]));
  });
});

it("a modem that agrees to a rate and is not heard at it is asked three times, and then left as it is", () => {
  const speed = new LineSpeed(115_200, false);
  for (let round = 0; round < 3; round++) {
    attempts(speed, 9);
    expect(speed.baud).toBe(19_200);
    speed.heard();
    expect(speed.toAsk()).toBe(115_200);
    expect(speed.asked(true)).toBe(true);
    expect(speed.baud).toBe(115_200);
  }
  attempts(speed, 9);
  speed.heard();
  expect(speed.toAsk()).toBe(0);
});
