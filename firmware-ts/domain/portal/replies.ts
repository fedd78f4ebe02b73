// The answers as they go over the wire (RFC 9112 4). Each is the last one on its connection.
import { errorOf, PORTAL_URL, reasonOf } from "./request-rules.ts";

const COMMON =
  "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n";
const REDIRECT_BODY = `<!doctype html><title>SMS gateway</title><a href="${PORTAL_URL}">SMS gateway</a>`;
/** Seconds from one test to the next. */
export const TEST_EVERY_S = 5;

/** The head of an answer in JSON, for a body of so many octets. */
export function jsonHead(status: int<100, 599>, octets: number): string {
  const more = status === 429 ? `Retry-After: ${TEST_EVERY_S}\r\n` : status === 405 ? "Allow: GET, POST\r\n" : "";
  return `HTTP/1.1 ${status} ${reasonOf(status)}\r\nContent-Type: application/json\r\nContent-Length: ${octets}\r\n${more}${COMMON}\r\n`;
}

/** A whole answer for a status that says all. */
export function errorReply(status: int<100, 599>): string {
  const body = `{"error":${JSON.stringify(errorOf(status))}}`;
  return jsonHead(status, body.length) + body;
}

/**
 * Sends a phone that looks for the internet to the page. It has a body: some take an answer without one for a broken network
 * (facts of Android's, Apple's and Microsoft's probes: docs/setup-protocol.md).
 */
export function redirectReply(): string {
  return `HTTP/1.1 302 ${reasonOf(302)}\r\nLocation: ${PORTAL_URL}\r\nContent-Type: text/html\r\nContent-Length: ${REDIRECT_BODY.length}\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n${COMMON}\r\n${REDIRECT_BODY}`;
}
