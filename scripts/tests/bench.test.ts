import { describe, expect, test } from "vitest";
import { type Figure, figureData, figureTable } from "../bench/figure.ts";
import { fullMessage } from "../bench/gateway-board.ts";

const latency: Figure = {
  id: "latency_ms",
  name: "latency",
  unit: "ms",
  value: 305,
  reference: 244,
  target: { limit: 305, is: "most" },
};
const heap: Figure = {
  id: "heap_bytes",
  name: "heap",
  unit: "bytes",
  value: 130_000,
  target: { limit: 130_000, is: "least" },
};

describe("a figure", () => {
  test("that is its limit is reached, from above as from below", () => {
    expect([latency, heap].map((figure) => figureData(figure).reached)).toEqual([true, true]);
  });

  test("beyond its limit says on which side", () => {
    const table = figureTable([
      { ...latency, value: 305.1 },
      { ...heap, value: 129_999 },
    ]);
    expect(table.split("\n").map((line) => line.split(/ +/).at(-1))).toEqual(["target", "OVER", "UNDER"]);
  });

  test("is given as a multiple of its reference", () => {
    expect(figureData(latency).ratio).toBe(1.25);
    expect(figureTable([latency])).toMatch(/305\.0 ms +244\.0 ms +1\.25 +at most 305\.0 ms +ok$/);
  });

  test("without a target has no verdict", () => {
    const { target: _, ...plain } = heap;
    expect(figureData(plain).reached).toBeUndefined();
    expect(figureTable([plain])).toMatch(/130,000 bytes$/);
  });
});

test("the messages measured are 160 septets long, the most that one PDU holds", () => {
  const septets = (0xa0).toString(16).toUpperCase();
  const octetsOfText = 140;
  expect(
    [1, 200].map((number) =>
      fullMessage(number)
        .slice(-2 * octetsOfText - 2)
        .slice(0, 2),
    ),
  ).toEqual([septets, septets]);
});
