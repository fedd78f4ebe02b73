// The certificates that come with the gateway are those of the table, and the settings know them.
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AUTHORITIES } from "../../firmware-ts/domain/settings/schema.ts";
import { repository } from "../build/project.ts";
import { derOf, fileOf, ROOTS, rootFiles } from "../roots/roots.ts";

/** A board is meant to run so long after it was flashed. */
const YEARS_MIN = 5;

describe("the certificates in firmware-ts/roots", () => {
  it("are made again from those that Node has, byte for byte", () => {
    expect(rootFiles()).toEqual(new Map([...ROOTS].map((each) => [fileOf(each), derOf(each)] as const).sort()));
  });

  it.each(ROOTS)("$name is who the table says, and for years to come", (root) => {
    const certificate = new X509Certificate(rootFiles().get(fileOf(root)) ?? "");
    expect(certificate.subject).toContain(`CN=${root.title}`);
    expect(new Date(certificate.validTo).toISOString().slice(0, 10)).toBe(root.until);
    expect(certificate.ca && certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey)).toBe(
      true,
    );
    expect(Date.parse(root.until)).toBeGreaterThan(Date.now() + YEARS_MIN * 365 * 86_400_000);
  });

  it("stand in docs/brokers.md, with the year of their end", () => {
    const guide = readFileSync(join(repository, "docs/brokers.md"), "utf8");
    for (const { name, until } of ROOTS) {
      const row = guide.split("\n").find((line) => / \d{4} \|$/.test(line) && line.includes(`\`${name}\``));
      expect(row, name).toContain(until.slice(0, 4));
    }
  });

  it("can be named in the settings, each of them", () => {
    expect(AUTHORITIES.trim().split(" ")).toEqual(ROOTS.map(({ name }) => name));
  });
});
