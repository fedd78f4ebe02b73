// Reads and checks HTTP requests: who may ask, and what a body must be. Every refusal is a status and a sentence.

import type { IncomingMessage } from "node:http";

/** Octets of a request's body at most: the longest text, many times over. */
export const BODY_OCTETS_MAX = 65_536;

/** A request that gets `status` and the sentence in `message`. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 503,
    message: string,
  ) {
    super(message);
  }
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/** A page of somebody else's must not reach the simulator, whatever name it gives this machine: Host and Origin are loopback. */
export function requireLoopback(request: IncomingMessage): void {
  const { host, origin } = request.headers;
  if (!host || !LOOPBACK.test(host))
    throw new Refusal(403, "The Host header must name this machine: localhost or 127.0.0.1.");
  if (origin !== undefined && !LOOPBACK.test(origin.replace(/^https?:\/\//, ""))) {
    throw new Refusal(403, "Pages of other origins may not use this interface.");
  }
}

/** The body as a JSON object. */
export async function readJsonObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    throw new Refusal(415, "The body must be JSON, with Content-Type: application/json.");
  const text = await readBody(request);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, "The body is not valid JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Refusal(400, "The body must be a JSON object.");
  return value as Record<string, unknown>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += (piece as Buffer).length;
    if (length > BODY_OCTETS_MAX) throw new Refusal(413, `The body may have ${BODY_OCTETS_MAX} octets at most.`);
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** The text under `key`, which must be there. */
export function textOf(body: Record<string, unknown>, key: string): string {
  const value = body[key];
  if (typeof value !== "string") throw new Refusal(400, `"${key}" must be there and be a text.`);
  return value;
}

/** The text under `key`, or undefined without it. */
export function optionalTextOf(body: Record<string, unknown>, key: string): string | undefined {
  return body[key] === undefined ? undefined : textOf(body, key);
}

/** True or false under `key`, which must be there. */
export function booleanOf(body: Record<string, unknown>, key: string): boolean {
  const value = body[key];
  if (typeof value !== "boolean") throw new Refusal(400, `"${key}" must be there and be true or false.`);
  return value;
}
