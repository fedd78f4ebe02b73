// Settings whose file is damaged, and a power cut at each write of the start.
import { expect, it } from "vitest";
import { GatewayBench } from "./support/gateway-bench.ts";

it("are used as they were last good, which is said", async () => {
  const bench = await GatewayBench.started();
  await bench.board.powerOff();
  await bench.board.tell({
    do: "flash-write",
    path: "settings.json",
    contents: new TextEncoder().encode('{"version":1'),
  });
  await bench.start();
  await bench.board.advance(15_000);
  expect((await bench.messagesOn("gateway/state")).at(-1)).toMatchObject({ warnings: ["settings_copy"] });
  expect(bench.board.stdout.join()).toContain("the last good settings are used");
});

it("have a copy that is whole or not there after a power cut at each write of the start", async () => {
  for (let cut = 1; cut <= 5; cut++) {
    const bench = await GatewayBench.make({ flash: { cutAt: cut } });
    await bench.board.powerOn();
    await bench.board.runUntilEvent((event) => event.type === "end", 5_000, 0);
    const files = await bench.board.readFlash();
    const { "settings.good": copy, "settings.json": settings, starts } = files;
    if (copy !== undefined) expect(Buffer.from(copy)).toEqual(Buffer.from(settings ?? []));
    expect([undefined, 0, 3]).toContain(starts?.length);
    await bench.board.powerOff();
    await bench.start();
    expect(await bench.status()).toBe("online");
  }
});
