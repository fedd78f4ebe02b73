// Which certificates a handshake takes: those that are saved, or, in the test before saving, those that would be.
import { socket } from "socket";
import { beforeEach, expect, it } from "vitest";
import { Tally } from "../domain/tally.ts";
import { tlsLayer } from "../drivers/mqtt/tls-layer.late.ts";
import { world } from "../fakes/world.ts";

const SAVED = { "/ca.der": 100, "/client.der": 200, "/client.key.der": 300 };
const DRAFTS = { "/ca.der.draft": 101, "/client.der.draft": 202 };

beforeEach(() => {
  world.reset();
  for (const [path, octets] of Object.entries({ ...SAVED, ...DRAFTS })) world.files.set(path, new Uint8Array(octets));
});

function handshakeOf(isDraft: boolean): unknown {
  tlsLayer("own", true, new Tally(), "", isDraft).begin(new socket(2, 1), "broker.example");
  const [{ authority, certificate } = { authority: 0, certificate: 0 }] = world.handshakes;
  return [authority, certificate];
}

it("a gateway takes those that are saved, whatever a setup has left", () => {
  expect(handshakeOf(false)).toEqual([100, 200]);
});

it("a test takes the drafts, and what is saved where there is none", () => {
  expect(handshakeOf(true)).toEqual([101, 202]);
  world.files.delete("/client.der.draft");
  world.handshakes.length = 0;
  expect(handshakeOf(true)).toEqual([101, 200]);
});
