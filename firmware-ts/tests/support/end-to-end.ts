// End-to-end encryption as others do it: the script in Python, and the vectors that it has made, in vectors/end-to-end.json.
import { execFileSync } from "node:child_process";
import { createDecipheriv, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pythonWithPycryptodome } from "../../../scripts/python-tools/index.ts";

const SCRIPT = fileURLToPath(new URL("end_to_end.py", import.meta.url));
export const VECTORS_FILE = fileURLToPath(new URL("../vectors/end-to-end.json", import.meta.url));

export interface Vectors {
  /** 64 hexadecimal digits. */
  readonly key: string;
  readonly keys: Readonly<Record<"enc" | "mac" | "id", string>>;
  /** Parts in hexadecimal, and what their message is known by. */
  readonly ids: readonly { readonly parts: readonly string[]; readonly id: string }[];
  readonly sealed: readonly {
    readonly topic: string;
    readonly id: string | null;
    readonly iv: string;
    /** As it is without a key, and with it. */
    readonly payload: string;
    readonly sealed: string;
  }[];
  readonly signed: readonly { readonly topic: string; readonly command: string; readonly payload: string }[];
}

export const vectors: Vectors = JSON.parse(readFileSync(VECTORS_FILE, "utf8"));

export interface Published {
  readonly topic: string;
  readonly payload: string;
}

async function runPython(what: string, job: object): Promise<unknown> {
  const { command, env } = await pythonWithPycryptodome();
  const [python = "", ...words] = command;
  const input = JSON.stringify(job);
  return JSON.parse(execFileSync(python, [...words, SCRIPT, what], { env, input, maxBuffer: 64e6 }).toString());
}

/** The vectors as the script makes them of the same questions. */
export async function madeAnew({ ids, key, sealed, signed }: Vectors): Promise<Vectors> {
  const job = {
    key,
    ids: ids.map(({ parts }) => parts),
    sealed: sealed.map(({ id, iv, payload, topic }) => ({ topic, id, iv, payload })),
    signed: signed.map(({ command, topic }) => ({ topic, command })),
  };
  return (await runPython("vectors", job)) as Vectors;
}

/** What a program with the key reads; null for what is not genuine. */
export async function openedByPython(key: string, messages: readonly Published[]): Promise<(object | null)[]> {
  return (await runPython("open", { key, messages })) as (object | null)[];
}

/** What such a program publishes. */
export async function signedByPython(
  key: string,
  commands: readonly { readonly topic: string; readonly command: string }[],
): Promise<string[]> {
  return (await runPython("sign", { key, commands })) as string[];
}

/** By the keys of the vectors, with Node's own functions; null for what is not genuine. */
export function openedByNode(topic: string, payload: string): object | null {
  const { encrypted, ...open } = JSON.parse(payload);
  const frame = Buffer.from(encrypted, "base64url");
  const [body, tag] = [frame.subarray(0, -32), frame.subarray(-32)];
  const mac = createHmac("sha256", Buffer.from(vectors.keys.mac, "hex"));
  mac
    .update(body.subarray(0, 1))
    .update(`${topic}\0${open.id ?? ""}\0`)
    .update(body.subarray(1));
  if (!mac.digest().equals(tag)) return null;
  const cipher = createDecipheriv("aes-256-cbc", Buffer.from(vectors.keys.enc, "hex"), body.subarray(1, 17));
  const text = Buffer.concat([cipher.update(body.subarray(17)), cipher.final()]).toString();
  return { ...open, ...JSON.parse(text) };
}

/** The payload of a signed command. @param key in hexadecimal; that of the vectors unless given */
export function sign(command: object | string, topic = "home/gateway/sms/send", key = vectors.keys.mac): string {
  const octets = Buffer.from(typeof command === "string" ? command : JSON.stringify(command));
  const mac = createHmac("sha256", Buffer.from(key, "hex")).update(`${topic}\0`).update(octets);
  return JSON.stringify({ signed: octets.toString("base64url"), sig: mac.digest("hex") });
}
