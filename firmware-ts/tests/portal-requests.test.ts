// Heads of requests: what browsers send is understood, what is odd is refused, and where it comes from is looked at before what it
// wants.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PortalToken } from "../domain/portal/portal-token.ts";
import { errorReply, redirectReply } from "../domain/portal/replies.ts";
import { HeadScan, readHead } from "../domain/portal/request-head.ts";
import { refusalOf, routeOf } from "../domain/portal/request-rules.ts";

const CHANCE = Uint8Array.from({ length: 16 }, (_, i) => i * 17);

function post(path: string, more: Record<string, string> = {}, token = new PortalToken(CHANCE)): number {
  const headers: Record<string, string> = {
    Host: "192.168.4.1",
    Origin: "http://192.168.4.1",
    "Content-Type": "application/json",
    "Content-Length": "2",
    "X-Setup-Token": token.text,
    ...more,
  };
  return statusOf("POST", path, headers, token);
}

function statusOf(
  method: string,
  path: string,
  headers: Record<string, string>,
  token = new PortalToken(CHANCE),
): number {
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === "-" ? [] : [`${name}: ${value}`]));
  const head = readHead([`${method} ${path} HTTP/1.1`, ...lines].join("\r\n"));
  return refusalOf(head, routeOf(head), token);
}

describe("a head", () => {
  it("is read as browsers write it", () => {
    const head = readHead(
      "POST /api/settings?x=1 HTTP/1.1\r\nhost: 192.168.4.1\r\nCONTENT-LENGTH:  12 \r\nContent-Type: application/json; charset=utf-8\r\nx-setup-token:abc\r\nAccept: */*",
    );
    expect({ ...head }).toEqual({
      status: 0,
      method: "POST",
      path: "/api/settings",
      host: "192.168.4.1",
      origin: "",
      type: "application/json; charset=utf-8",
      token: "abc",
      length: 12,
    });
  });

  it.each([
    "",
    "GET",
    "GET /",
    "GET / HTTP/2",
    "GET  / HTTP/1.1",
    "GET / HTTP/1.1 x",
    "GET http://192.168.4.1/ HTTP/1.1",
    "GET / HTTP/1.1\r\nno colon",
    "GET / HTTP/1.1\r\n: nameless",
    "GET / HTTP/1.1\r\nX: a\r\n folded: b",
    "GET / HTTP/1.1\r\nHost : 192.168.4.1",
    "GET / HTTP/1.1\r\nHost: 192.168.4.1\r\nHost: evil.example",
    "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
    "POST / HTTP/1.1\r\nContent-Length: 1x",
    "POST / HTTP/1.1\r\nContent-Length: -1",
    "POST / HTTP/1.1\r\nContent-Length: ",
    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked",
    "GET / HTTP/1.1\r\nX: a\rHost: evil.example",
    "GET / HTTP/1.1\r\nX: a\nHost: evil.example",
  ])("%j is no head", (text) => {
    expect(readHead(text).status).toBe(400);
  });

  it("ends where it ends, however it is cut", () => {
    const head = "GET / HTTP/1.1\r\nHost: 192.168.4.1\r\nX: \ta\r\n\r\n";
    const octets = new TextEncoder().encode(`${head}body\r\n\r\n`);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: octets.length }), { maxLength: 6 }), (cuts) => {
        const scan = new HeadScan();
        const ends = [...new Set([...cuts, octets.length])].sort((a, b) => a - b);
        let start = 0;
        for (const end of ends) {
          const found = scan.take(octets.subarray(start, end), end - start);
          expect(found).toBeGreaterThanOrEqual(0);
          if (found > 0) {
            expect(start + found).toBe(head.length);
            return;
          }
          start = end;
        }
        expect.unreachable();
      }),
    );
  });

  it("with a control character, or one beyond ASCII, is none", () => {
    for (const octet of [0, 1, 7, 8, 10, 11, 12, 14, 27, 31, 127, 128, 255])
      expect(new HeadScan().take(Uint8Array.of(71, octet, 71), 3)).toBe(-1);
  });

  it("of random octets never does more than be refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii", maxLength: 300 }), (text) => {
        const head = readHead(text);
        expect(refusalOf(head, routeOf(head), new PortalToken(CHANCE))).toBeTypeOf("number");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a question", () => {
  it.each(
    [
      "/generate_204",
      "/gen_204",
      "/hotspot-detect.html",
      "/library/test/success.html",
      "/connecttest.txt",
      "/ncsi.txt",
    ].concat([
      "/redirect",
      "/success.txt",
      "/canonical.html",
      "/check_network_status.txt",
      "/kindle-wifi/wifistub.html",
      "/",
      "/api/setup",
    ]),
  )("of a phone that looks for the internet at %s is sent to the page", (path) => {
    const head = readHead(`GET ${path} HTTP/1.1\r\nHost: connectivitycheck.gstatic.com`);
    expect(routeOf(head)).toBe("elsewhere");
    expect(refusalOf(head, routeOf(head), new PortalToken(CHANCE))).toBe(0);
  });

  it("to the board itself is one for the page, its data, or nothing", () => {
    const route = (path: string, host = "192.168.4.1") => routeOf(readHead(`GET ${path} HTTP/1.1\r\nHost: ${host}`));
    expect([route("/"), route("/de?x"), route("/api/setup"), route("/api/status", "192.168.4.1:80")]).toEqual([
      "page",
      "german",
      "setup",
      "status",
    ]);
    expect([route("/api/settings"), route("/x"), route("/", "192.168.4.1.evil.example"), route("/", "")]).toEqual(
      Array(4).fill("elsewhere"),
    );
  });

  it("of a page that is not ours has no answer", () => {
    expect(statusOf("GET", "/api/setup", { Host: "192.168.4.1", Origin: "http://evil.example" })).toBe(403);
    expect(statusOf("GET", "/api/setup", { Host: "192.168.4.1", Origin: "null" })).toBe(403);
    expect(statusOf("GET", "/api/setup", { Host: "192.168.4.1", Origin: "http://192.168.4.1" })).toBe(0);
  });

  it.each(["PUT", "HEAD", "DELETE", "OPTIONS", "get", "TRACE"])("with the method %s is none", (method) => {
    expect(statusOf(method, "/", { Host: "192.168.4.1" })).toBe(405);
  });
});

describe("an order", () => {
  it("of the page is taken", () => {
    expect(post("/api/settings")).toBe(0);
    expect(post("/api/test", { Origin: "-" })).toBe(0);
    expect(post("/api/files/ca", { "Content-Type": "application/octet-stream", "Content-Length": "8192" })).toBe(0);
  });

  it.each<[number, string, Record<string, string>]>([
    [403, "for another host: a name of somebody else's that leads here", { Host: "evil.example" }],
    [403, "of another page", { Origin: "http://evil.example" }],
    [403, "of a page without an origin", { Origin: "null" }],
    [403, "of the page by TLS, which there is none of", { Origin: "https://192.168.4.1" }],
    [403, "without a token", { "X-Setup-Token": "-" }],
    [403, "with a token that is a part of the right one", { "X-Setup-Token": "AB" }],
    [415, "as a form, which any page can send", { "Content-Type": "application/x-www-form-urlencoded" }],
    [415, "as plain text, which any page can send", { "Content-Type": "text/plain" }],
    [415, "without a kind", { "Content-Type": "-" }],
    [411, "without a length", { "Content-Length": "-" }],
    [413, "that is too long", { "Content-Length": "4097" }],
    [413, "of more digits than a length has", { "Content-Length": "99999999999999999999" }],
  ])("is refused with %i: %s", (status, _what, more) => {
    expect(post("/api/settings", more)).toBe(status);
  });

  it("is refused where there is nothing to be ordered", () => {
    expect(post("/api/setup")).toBe(404);
    expect(post("/")).toBe(404);
    expect(post("/api/files/other")).toBe(404);
    expect(post("/api/files/ca", { "Content-Type": "application/octet-stream", "Content-Length": "8193" })).toBe(413);
    expect(post("/api/files/ca")).toBe(415);
  });

  it("is refused for good after ten wrong tokens, the right one too", () => {
    const token = new PortalToken(CHANCE);
    for (let n = 0; n < 10; n++) expect(post("/api/test", { "X-Setup-Token": `wrong ${n}` }, token)).toBe(403);
    expect(post("/api/test", {}, token)).toBe(423);
  });

  it("of another page does not count as a guess: nobody can lock the portal from afar", () => {
    const token = new PortalToken(CHANCE);
    for (let n = 0; n < 20; n++) post("/api/test", { Origin: "http://evil.example", "X-Setup-Token": "x" }, token);
    expect(post("/api/test", {}, token)).toBe(0);
  });
});

describe("the token", () => {
  it("is the chance in base64url", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (chance) => {
        const token = new PortalToken(chance);
        expect(token.text).toBe(Buffer.from(chance).toString("base64url"));
        expect(token.accepts(token.text)).toBe(true);
      }),
    );
  });

  it("is not told by one that is nearly right", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.nat(21),
        fc.string({ maxLength: 3 }),
        (chance, at, put) => {
          const token = new PortalToken(chance);
          const said = token.text.slice(0, at) + put + token.text.slice(at + 1);
          expect(token.accepts(said)).toBe(said === token.text);
        },
      ),
    );
  });
});

describe("an answer", () => {
  it("says how long it is, and that it is the last one", () => {
    for (const reply of [
      redirectReply(),
      ...[400, 403, 404, 405, 409, 411, 413, 415, 423, 429, 431, 500, 503].map((s) => errorReply(s)),
    ]) {
      const [head = "", body = ""] = reply.split("\r\n\r\n");
      expect(head).toMatch(/^HTTP\/1\.1 [0-9]{3} [A-Z]/);
      expect(head).toContain(`Content-Length: ${body.length}\r\n`);
      expect(head).toContain("Connection: close");
      expect(head).toContain("Cache-Control: no-store");
    }
    expect(JSON.parse(errorReply(429).split("\r\n\r\n")[1] ?? "")).toEqual({
      error: "A test has just begun: wait five seconds.",
    });
    expect(errorReply(429)).toContain("Retry-After: 5\r\n");
  });
});
