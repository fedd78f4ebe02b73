// Seals what is published, so that only the holders of the setting `key` can read it or change it unseen.
//
// {"id","received"?,"event_type"?,"encrypted"}: `encrypted` is base64url of version 1 (one octet), 16 octets IV, AES-256-CBC
// with PKCS 7 of the JSON of all other keys, and 32 octets HMAC-SHA-256 over version, topic, NUL, id, NUL, IV and ciphertext.
import type { Cipher } from "./cipher.ts";
import { Hmac, KeyMaker } from "./hmac.ts";

const VERSION = 1;
const IV_OCTETS = 16;
const BLOCK_OCTETS = 16;
const TAG_OCTETS = 32;
const TEXT_AT = 1 + IV_OCTETS;
/** Of an HMAC: as many as of the plain hash without a key. */
const ID_OCTETS = 6;
const OPENING = 0x7b;
const CLOSING = 0x7d;
/** How the payloads of domain/ put what stays in the open: behind it there is nothing but ASCII. */
const RECEIVED = ',"received":"';
/** With the time and its quotes. */
const RECEIVED_UNITS = 34;
const EVENT = ',"event_type":"received"';
/** Commands that were taken in the last four minutes: seen-signatures.ts. */
const SEEN_OCTETS = 388;

const encoder = new TextEncoder();

export class Seal {
  /** For commands that are signed. */
  readonly mac: Hmac;
  /** Those that were taken; empty where commands need no signature. */
  readonly seen: Uint8Array;
  private readonly id: Hmac;
  private readonly key: ReadonlyUint8Array;

  /** @param key 32 octets @param wantsSigned whether commands must be signed */
  constructor(
    public cipher: Cipher,
    key: ReadonlyUint8Array,
    wantsSigned: boolean,
  ) {
    const keys = new KeyMaker(cipher, key);
    this.key = keys.keyFor("enc");
    this.mac = new Hmac(cipher, keys.keyFor("mac"));
    this.id = new Hmac(cipher, keys.keyFor("id"));
    this.seen = new Uint8Array(wantsSigned ? SEEN_OCTETS : 0);
  }

  /** What a message is known by: 12 hexadecimal digits that tell nobody else what is in it. */
  idOf(parts: readonly ReadonlyUint8Array[]): string {
    const pieces: ReadonlyUint8Array[] = [];
    for (const part of parts) pieces.push(Uint8Array.of(part.length & 0xff), part);
    return this.cipher.toHex(this.id.of(pieces).subarray(0, ID_OCTETS));
  }

  /**
   * @param topic whole
   * @param id the first key of the payload
   * @param payload a JSON object of domain/
   */
  sealed(topic: string, id: string | null, payload: string): string {
    const head = `{"id":${id === null ? "null" : JSON.stringify(id)}`;
    const isEvent = payload.endsWith(`${EVENT}}`);
    const at = payload.lastIndexOf(RECEIVED);
    const octets = encoder.encode(payload);
    const end = octets.length - 1 - (isEvent ? EVENT.length : 0);
    // In octets, which are counted from the end: a text may stand before it.
    const cut = at < 0 ? end : octets.length - (payload.length - at);
    const next = at < 0 ? end : cut + RECEIVED_UNITS;
    const open = (at < 0 ? "" : payload.slice(at, at + RECEIVED_UNITS)) + (isEvent ? EVENT : "");
    const rest = octets.subarray(head.length + 1, cut);
    return `${head}${open},"encrypted":"${this.encrypted(topic, id ?? "", rest, octets.subarray(next, end))}"}`;
  }

  /** The answer to a request, of which nothing stays in the open: its id is chance. @param topic whole */
  sealedAnswer(topic: string, payload: string): string {
    const id = this.cipher.toHex(this.cipher.random(ID_OCTETS));
    return this.sealed(topic, id, `{"id":"${id}",${payload.slice(1)}`);
  }

  /** The object whose members are these two pieces of JSON, the second with its comma before it. */
  private encrypted(topic: string, id: string, first: ReadonlyUint8Array, second: ReadonlyUint8Array): string {
    const length = first.length + second.length + 2;
    const padding = BLOCK_OCTETS - (length % BLOCK_OCTETS);
    const end = TEXT_AT + length + padding;
    const frame = new Uint8Array(end + TAG_OCTETS);
    const iv = this.cipher.random(IV_OCTETS);
    frame[0] = VERSION;
    frame.set(iv, 1);
    frame[TEXT_AT] = OPENING;
    frame.set(first, TEXT_AT + 1);
    frame.set(second, TEXT_AT + 1 + first.length);
    frame[TEXT_AT + length - 1] = CLOSING;
    // A loop, as fill() would keep the helpers of late modules on the heap.
    for (let at = TEXT_AT + length; at < end; at++) frame[at] = padding;
    this.cipher.encrypt(this.key, iv, frame.subarray(TEXT_AT, end));
    const named = encoder.encode(`${topic}\0${id}\0`);
    frame.set(this.mac.of([frame.subarray(0, 1), named, frame.subarray(1, end)]), end);
    return this.cipher.toBase64(frame);
  }
}
