// What littlefs 2.11 itself took, with MicroPython's settings, of an empty file system of a Pico W (the package littlefs-python).
import { expect, it } from "vitest";
import { Flash } from "../flash.ts";

it.each([
  [512, 0],
  [513, 1],
  [4_096, 1],
  [4_097, 2],
  [16_368, 4],
  [16_369, 5],
  [40_000, 10],
  [100_000, 25],
])("a file of %i octets takes %i blocks", (bytes, blocks) => {
  const flash = new Flash();
  const before = flash.usedBlocks();
  flash.install("x", new Uint8Array(bytes));
  expect([before, flash.usedBlocks() - before]).toEqual([2, blocks]);
});

it.each([
  [60, 600, 2],
  [120, 600, 6],
  [60, 300, 30],
])("%i files of %i octets each take %i blocks of their folder", (files, bytes, blocks) => {
  const flash = new Flash();
  const inline = bytes <= 512;
  for (let i = 0; i < files; i++) flash.install(`name${String(i).padStart(3, "0")}.mpy`, new Uint8Array(bytes));
  expect(flash.usedBlocks() - (inline ? 0 : files)).toBe(blocks);
});
