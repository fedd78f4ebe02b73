// Phones and what a board serves by its own access point, in virtual time: names, requests, their moments, their troubles.
import { describe, expect, it } from "vitest";
import type { BoardOptions } from "../board.ts";
import { echoPortal, KEY, SSID, withAccessPoint } from "./echo-portal.ts";
import { boardWith } from "./with-board.ts";

async function serving(source: string, options: Partial<BoardOptions> = {}) {
  const board = await boardWith(source, options);
  await board.advance(300);
  const phone = await board.during(board.phones.join(SSID, KEY));
  return { board, phone };
}

describe("a phone asks", () => {
  it("the board's name server: an address for A, nothing for AAAA, and of one that says nothing it hears nothing", async () => {
    const { board, phone } = await serving(echoPortal());
    const [answer] = (await board.during(phone.resolve("captive.apple.com"))) ?? [];
    expect(answer).toMatchObject({ name: "captive.apple.com", type: "A", data: "192.168.4.1" });
    expect(await board.during(phone.resolve("captive.apple.com", "AAAA"))).toEqual([]);
    const silent = await serving(withAccessPoint("time.sleep(60)"));
    const startedAtMs = silent.board.nowMs;
    expect(await silent.board.during(silent.phone.resolve("captive.apple.com"))).toBeNull();
    expect(silent.board.nowMs - startedAtMs).toBeGreaterThanOrEqual(6000);
  });

  it("for a page, and knows when its first byte and its last one came", async () => {
    const { board, phone } = await serving(echoPortal({ pageBytes: 10_000 }));
    const body = new TextEncoder().encode('{"a":1}');
    const page = await board.during(phone.request({ method: "POST", path: "/api", headers: { "X-A": "1" }, body }));
    expect(page).toMatchObject({ trouble: null, status: 200, headers: { connection: "close" } });
    expect(page.text).toContain("POST /api HTTP/1.1\r\nHost: 192.168.4.1\r\nContent-Length: 7\r\nX-A: 1");
    expect(page.text).toContain('{"a":1}');
    expect((page.firstByteAtMs ?? 0) - page.startedAtMs).toBeLessThan(300);
    expect(page.endedAtMs - (page.firstByteAtMs ?? 0)).toBeGreaterThan(20);
  });

  it("the same way twice: the same moments", async () => {
    const once = async () => {
      const { board, phone } = await serving(echoPortal({ pageBytes: 3000 }));
      return board.during(Promise.all([1, 2, 3, 4, 5, 6, 7].map((number) => phone.request({ path: `/${number}` }))));
    };
    expect(await once()).toEqual(await once());
  });
});

describe("a request goes wrong", () => {
  const server = (answer: string) =>
    withAccessPoint(`
s = socket.socket()
s.bind(('0.0.0.0', 80))
s.listen(5)
print('serving')
while True:
    a, _ = s.accept()
    ${answer}
`);

  it.each([
    ["nothing is answered", "keep = a", "timeout"],
    ["the end comes first", "a.read(10); a.settimeout(0.1)\n    while a.read(100): pass", "timeout"],
    ["it is closed unread", "time.sleep(1); a.close()", "reset"],
    [
      "the answer is cut short",
      "a.recv(500); a.write(b'HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nhalf'); a.close()",
      "cut short",
    ],
    ["the answer is none of HTTP", "a.recv(500); a.write(b'220 mail\\r\\n'); a.close()", "malformed"],
  ])("%s", async (_case, answer, trouble) => {
    const { board, phone } = await serving(server(answer));
    const report = await board.during(phone.request({ timeoutMs: 5000 }));
    expect(report).toMatchObject({ trouble, startedAtMs: expect.any(Number) });
  });

  it("nobody listens, or the phone is no longer there", async () => {
    const { board, phone } = await serving(withAccessPoint("time.sleep(60)"));
    expect((await board.during(phone.request())).trouble).toBe("refused");
    const lost = phone.request({ port: 81 });
    await phone.leave();
    expect((await board.during(lost)).trouble).toBe("lost");
  });
});

describe("four phones open six sockets each", () => {
  // As browsers that come upon a portal: all at once, each with a request. Five connections are served at a time, the others
  // try again, all at the same moments.
  it.each([
    ["as phones of today do", "linear", 5_000],
    ["as older ones do", "doubling", 16_000],
  ] as const)(
    "and try again %s: all are served, with the processor charged for its work",
    async (_case, patience, limitMs) => {
      const board = await boardWith(echoPortal({ pageBytes: 2000 }), { charged: true });
      await board.advance(300);
      const joining = [1, 2, 3, 4].map(() => board.phones.join(SSID, KEY, patience));
      const phones = await board.during(Promise.all(joining));
      const startedAtMs = board.nowMs;
      const requests = phones.flatMap((phone) => [1, 2, 3, 4, 5, 6].map((n) => phone.request({ path: `/${n}` })));
      const answers = await board.during(Promise.all(requests));
      expect(answers.filter(({ trouble, status }) => trouble !== null || status !== 200)).toEqual([]);
      expect(Math.max(...answers.map(({ endedAtMs }) => endedAtMs)) - startedAtMs).toBeLessThan(limitMs);
      expect((await board.state()).sockets).toEqual({ tcp: 0, udp: 1 });
    },
  );
});
