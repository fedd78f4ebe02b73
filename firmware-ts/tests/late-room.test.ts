// Which late code may be there with TLS: reading, sending and a handshake have the heap after each other.
import { expect, it } from "vitest";
import { LateRoom } from "../app/late-room.ts";

/** What the gateway's parts say, and what becomes of them. */
function roomWith(isCrowded: boolean) {
  const world = { state: "up", sends: false, wants: false, reads: false, expects: false, done: [] as string[] };
  const note = (word: string) => () => void world.done.push(word);
  const parts = {
    broker: { state: () => world.state },
    dispatch: {
      hasCode: () => world.sends,
      wantsCode: () => world.wants,
      closeIdle: note("sending closed"),
      leave: note("sending left"),
    },
    inbox: { isExpecting: () => world.expects },
    readingDesk: { hasCode: () => world.reads, drop: note("reading dropped") },
    requests: { closeIdle: note("requests closed") },
  };
  const { broker, dispatch, inbox, readingDesk, requests } = parts as never as Record<string, never>;
  return {
    world,
    room: new LateRoom(
      broker as never,
      dispatch as never,
      inbox as never,
      readingDesk as never,
      requests as never,
      isCrowded,
    ),
  };
}

it("without TLS all of it may be there, and nothing is dropped", () => {
  const { room, world } = roomWith(false);
  Object.assign(world, { sends: true, wants: true, reads: true, expects: true });
  expect([room.mayRead(true, 0), room.maySend(true), room.clear(0)]).toEqual([true, true, true]);
  world.state = "unreachable";
  expect([room.mayRead(true, 0), room.clear(0)]).toEqual([false, true]);
  expect(world.done).toEqual([]);
});

it("what reads waits while what sends is there, but not for longer than a minute", () => {
  const { room, world } = roomWith(true);
  expect(room.mayRead(false, 1000)).toBe(true);
  world.sends = true;
  expect([room.mayRead(true, 2000), room.mayRead(true, 60_000), room.mayRead(true, 61_000)]).toEqual([
    false,
    false,
    true,
  ]);
  expect(world.done).toContain("sending closed");
});

it("what sends waits for messages that have come, and has what reads dropped", () => {
  const { room, world } = roomWith(true);
  world.wants = true;
  expect(room.maySend(true)).toBe(false);
  world.expects = true;
  expect(room.maySend(false)).toBe(false);
  expect(world.done).toEqual([]);
  world.expects = false;
  expect(room.maySend(false)).toBe(true);
  expect(world.done).toEqual(["reading dropped"]);
  world.state = "unreachable";
  expect(room.maySend(false)).toBe(false);
});

it("a handshake waits a turn after what was dropped, and a minute for what is being sent", () => {
  const { room, world } = roomWith(true);
  expect(room.clear(0)).toBe(true);
  Object.assign(world, { state: "unreachable", reads: true });
  expect(room.clear(100)).toBe(false);
  expect(world.done).toEqual(["reading dropped", "requests closed", "sending left"]);
  world.reads = false;
  expect(room.clear(200)).toBe(true);
  world.sends = true;
  expect([room.clear(300), room.clear(60_100), room.clear(60_200)]).toEqual([false, false, true]);
});
