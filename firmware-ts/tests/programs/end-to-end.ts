// What is sealed and what is signed, by the code and the C functions of a board: a program for the virtual board, which reads
// the vectors from its flash and prints what it makes of them.
import { open } from "io";
import type { Command } from "../../domain/command-queue.ts";
import type { Cipher } from "../../domain/end-to-end/cipher.ts";
import type { Seal } from "../../domain/end-to-end/seal.ts";
import { openSigned } from "../../domain/end-to-end/signed-command.late.ts";
import { secondsOfIso } from "../../domain/iso-time.ts";
import { sealWith } from "../../drivers/hardware-cipher.late.ts";

const LINE_OCTETS_MAX = 40000;
const HOUR_S = 3600;
const NO_OCTETS = new Uint8Array(0);

/** The board's, but for its chance. */
class ChosenCipher implements Cipher {
  iv: ReadonlyUint8Array = NO_OCTETS;

  constructor(private readonly real: Cipher) {}

  sha256(pieces: readonly ReadonlyUint8Array[]): ReadonlyUint8Array {
    return this.real.sha256(pieces);
  }

  encrypt(key: ReadonlyUint8Array, iv: ReadonlyUint8Array, octets: Uint8Array): void {
    this.real.encrypt(key, iv, octets);
  }

  random(count: int<1, 64>): ReadonlyUint8Array {
    return this.iv.length === count ? this.iv : this.real.random(count);
  }

  toHex(octets: ReadonlyUint8Array): string {
    return this.real.toHex(octets);
  }

  fromHex(text: string): ReadonlyUint8Array | null {
    return this.real.fromHex(text);
  }

  toBase64(octets: ReadonlyUint8Array): string {
    return this.real.toBase64(octets);
  }

  fromBase64(text: string): ReadonlyUint8Array | null {
    return this.real.fromBase64(text);
  }
}

/** Lines of JSON objects, whose members are all texts. */
function rows(): string[] {
  const file = open("/vectors", "rb");
  const octets = file.read(LINE_OCTETS_MAX);
  file.close();
  return new TextDecoder().decode(octets).split("\n");
}

function objectIn(line: string): Record<string, JsonValue> | null {
  const value = JSON.parse(line);
  return value === null || typeof value !== "object" || Array.isArray(value) ? null : value;
}

function textIn(row: Record<string, JsonValue>, key: string): string {
  const value = row[key] ?? null;
  return typeof value === "string" ? value : "";
}

function codeOf(seal: Seal, topic: string, payload: string, utc: number): string {
  const name = topic.slice("home/gateway/".length);
  const command: Command = { name, payload, isRetained: false, isRepeat: false, refusal: "" };
  const { payload: said, refusal } = openSigned(command, "home/gateway", seal, utc, HOUR_S);
  return refusal === "" ? (said ?? "") : refusal.slice(0, refusal.indexOf(":"));
}

/** How many of the payload's characters can be another one without its being refused. */
function tampered(seal: Seal, topic: string, payload: string, utc: number): number {
  let passed = 0;
  for (let at = 0; at < payload.length; at++) {
    const other = payload.charAt(at) === "0" ? "1" : "0";
    if (codeOf(seal, topic, payload.slice(0, at) + other + payload.slice(at + 1), utc) !== "unsigned") passed += 1;
  }
  return passed;
}

export function run(): void {
  let key = "";
  for (const line of rows()) {
    const row = objectIn(line);
    if (row === null) continue;
    const kind = textIn(row, "kind");
    if (kind === "key") key = textIn(row, "key");
    const seal = sealWith(key, true);
    const { cipher } = seal;
    const topic = textIn(row, "topic");
    const payload = textIn(row, "payload");
    const utc = secondsOfIso("2026-11-22T09:30:50Z");
    if (kind === "key") {
      console.log(cipher.toHex(cipher.fromHex(key) ?? NO_OCTETS));
    } else if (kind === "id") {
      console.log(seal.idOf(payload.split(" ").map((part) => cipher.fromHex(part) ?? NO_OCTETS)));
    } else if (kind === "sealed") {
      const chosen = new ChosenCipher(cipher);
      chosen.iv = cipher.fromHex(textIn(row, "iv")) ?? NO_OCTETS;
      const id = row.id ?? null;
      seal.cipher = chosen;
      console.log(seal.sealed(topic, typeof id === "string" ? id : null, payload));
    } else {
      const isTampered = kind === "tampered";
      console.log(isTampered ? `${tampered(seal, topic, payload, utc)} passed` : codeOf(seal, topic, payload, utc));
    }
  }
}
