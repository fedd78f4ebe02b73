// What of an HTTP head is replaced on its way to a board, and what passes untouched.
import { describe, expect, it } from "vitest";
import { HeadRewriter } from "../head-rewriter.ts";

const HOST = { header: "Host", from: "127.0.0.1:8123", to: "192.168.4.1", before: ["\r", "\n"] };

function passed(text: string, pieceBytes = text.length): string {
  const rewriter = new HeadRewriter([HOST]);
  const bytes = new TextEncoder().encode(text);
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) out.push(...rewriter.pass(bytes.subarray(at, at + pieceBytes)));
  out.push(...rewriter.end());
  return new TextDecoder("latin1").decode(Uint8Array.from(out));
}

describe("a head on its way", () => {
  const request = "GET / HTTP/1.1\r\nHost: 127.0.0.1:8123\r\nX: 127.0.0.1:8123\r\n\r\nHost: 127.0.0.1:8123\r\n";
  const expected = "GET / HTTP/1.1\r\nHost: 192.168.4.1\r\nX: 127.0.0.1:8123\r\n\r\nHost: 127.0.0.1:8123\r\n";

  it.each([1, 2, 7, 1000])("in pieces of %i bytes has that one value replaced, and the body none", (pieceBytes) => {
    expect(passed(request, pieceBytes)).toBe(expected);
  });

  it("may write the header's name as it likes", () => {
    expect(passed("GET / HTTP/1.1\r\nhOST: 127.0.0.1:8123\r\n\r\n")).toContain("hOST: 192.168.4.1\r\n");
  });

  it.each([
    "GET / HTTP/1.1\r\nHost: 127.0.0.1:81234\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost:127.0.0.1:8123\r\n\r\n",
    "GET / HTTP/1.1\r\nX-Host: 127.0.0.1:8123\r\n\r\n",
    "\r\n\r\nHost: 127.0.0.1:8123\r\n",
    "Host: 127.0.0.1:812",
    "\u0000\u0001\u007f\n\n",
  ])("passes as it is where that is another value, or no value: %j", (text) => {
    expect(passed(text, 3)).toBe(text);
  });

  it("is not held back but for the line that may be the one", () => {
    const rewriter = new HeadRewriter([HOST]);
    const send = (text: string) => new TextDecoder().decode(rewriter.pass(new TextEncoder().encode(text)));
    expect(send("GET / HT")).toBe("GET / HT");
    expect(send("TP/1.1\r\nHos")).toBe("TP/1.1\r\n");
    expect(send("tess: x")).toBe("Hostess: x");
  });
});
