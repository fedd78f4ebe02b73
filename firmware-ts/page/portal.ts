// The gateway's interface, as this page calls it: every answer that is no success becomes an Error with words for the user.
import { say } from "./strings.ts";

/** For an answer, or the lack of one; the board serves five connections, and may be busy. */
const ANSWER_MS = 8000;

let token = "";

/** @param body posted when given: octets as they are, all else as JSON. Throws an Error whose message is for the user. */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  const abort = new AbortController();
  // Of no effect on what has been answered.
  setTimeout(() => abort.abort(), ANSWER_MS);
  const isOctets = body instanceof Uint8Array;
  const response = await fetch(`/api/${path}`, {
    signal: abort.signal,
    method: body ? "POST" : "GET",
    headers: { "X-Setup-Token": token, "Content-Type": `application/${isOctets ? "octet-stream" : "json"}` },
    body: body && (isOctets ? (body as BodyInit) : JSON.stringify(body)),
  } as RequestInit).catch(() => null);
  const answer = (await response?.json().catch(() => null)) || {};
  if (!response) throw Error(say("away"));
  if (!response.ok)
    throw Error(
      say(`e_${response.status}`, response.headers.get("Retry-After") ?? "5") ||
        say("e_", answer.error ?? response.status),
    );
  token = answer.token ?? token;
  return answer as T;
}
