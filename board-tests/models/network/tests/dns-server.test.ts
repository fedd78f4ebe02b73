// The name server's model, held against Node's own resolver: what it says is what others understand.
import dgram from "node:dgram";
import { Resolver } from "node:dns/promises";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { type DnsFaults, DnsServer } from "../dns-server.ts";

const RECORDS = { "broker.example": { a: ["192.168.1.10", "10.0.0.1"], aaaa: ["2001:db8:0:0:0:0:0:10"] } };

async function resolverOf(faults: Partial<DnsFaults> = {}): Promise<Resolver> {
  const model = new DnsServer((name) => RECORDS[name as keyof typeof RECORDS]);
  Object.assign(model.faults, faults);
  const server = dgram.createSocket("udp4");
  onTestFinished(() => void server.close());
  server.on("message", (query, from) => {
    // Without what Node offers beyond the question.
    const end = query.indexOf(0, 12) + 5;
    const answer = model.answer(query.subarray(0, end));
    if (answer) server.send(answer, from.port);
  });
  await new Promise<void>((resolve) => server.bind(0, "127.0.0.1", resolve));
  const resolver = new Resolver({ timeout: 300, tries: 1 });
  resolver.setServers([`127.0.0.1:${(server.address() as AddressInfo).port}`]);
  return resolver;
}

describe("a name server", () => {
  it("tells the addresses of a name", async () => {
    const resolver = await resolverOf();
    expect(await resolver.resolve4("broker.example")).toEqual(["192.168.1.10", "10.0.0.1"]);
    expect(await resolver.resolve6("broker.example")).toEqual(["2001:db8::10"]);
  });

  it.each<[string, Partial<DnsFaults>, string]>([
    ["that there is no such name", { rcode: 3 }, "ENOTFOUND"],
    ["that it failed", { rcode: 2 }, "ESERVFAIL"],
    ["nothing", { silent: true }, "ETIMEOUT"],
    ["something with another id", { wrongId: true }, "ETIMEOUT"],
    ["half of an answer", { cut: true }, "EBADRESP"],
  ])("says %s", async (_name, faults, code) => {
    await expect((await resolverOf(faults)).resolve4("broker.example")).rejects.toMatchObject({ code });
  });
});
