// One connection of the portal: reads a request, has it answered, sends the answer in pieces, closes. Nothing here waits; who is
// slow keeps its connection for some seconds and nobody else's.
import type { socket } from "socket";
import type { Millis } from "../../domain/millis.ts";
import { errorReply, jsonHead, redirectReply } from "../../domain/portal/replies.ts";
import { HEAD_OCTETS_MAX, HeadScan, type RequestHead, readHead } from "../../domain/portal/request-head.ts";
import { errorOf, isFile, isForPortal, type Route, routeOf } from "../../domain/portal/request-rules.ts";
import type { PortalDesk } from "../../ports/portal.ts";
import type { PageFile } from "./page-file.ts";
import type { Upload } from "./upload.ts";

/** A request must be there whole within this time, and an answer make progress. */
const PATIENCE_MS = 5000;
/** Of a request that was refused the rest is thrown away for so long: closed before, the other side would lose the answer. */
const DRAIN_MS = 1000;
/**
 * One piece, and so a segment of lwIP's (TCP_MSS): with more on the way at once, four answers would fill its 8 KB, and then MicroPython
 * 1.28 waits within write() for seconds, non-blocking or not.
 */
export const PIECE_OCTETS = 800;
const READ_OCTETS = 512;
const PAGE_OCTETS_MAX = 131071;
/** Another request is being worked for. */
const BUSY = 503;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What all connections have in common. */
export interface Counter {
  readonly desk: PortalDesk;
  /** The page, and its German texts. */
  readonly page: PageFile;
  readonly german: PageFile;
  readonly upload: Upload;
  /** Whose request is being worked for: one at a time. */
  served: HttpConnection | null;
}

type Phase = "head" | "turn" | "body" | "work" | "reply" | "drain" | "closed";

export class HttpConnection {
  private phase: Phase = "head";
  private readonly scan = new HeadScan();
  private head = "";
  private route: Route = "none";
  /** What of the body came with the head, until there is a place for it. */
  private early: ReadonlyUint8Array | null = null;
  private body: Uint8Array | null = null;
  private bodyLength = 0;
  private bodyAt = 0;
  /** What is to be sent, and how much of the first piece is; then a file, from `pageAt` on. */
  private pieces: ReadonlyUint8Array[] = [];
  private pieceAt: int<0, 65535> = 0;
  private pageAt: int<-1, 131071> = -1;
  /** Something of the request was not read. */
  private isCut = false;

  /** @param since when it came, or went on last */
  constructor(
    readonly raw: socket,
    private readonly counter: Counter,
    private since: Millis,
  ) {}

  isClosed(): boolean {
    return this.phase === "closed";
  }

  /** Whether it waits for the other side to say something. */
  isReading(): boolean {
    return this.phase === "head" || this.phase === "body" || this.phase === "drain";
  }

  /** Whether nothing has come yet for so long, while others wait. */
  isSilent(ms: number, now: Millis): boolean {
    return this.phase === "head" && this.head === "" && now - this.since >= ms;
  }

  close(): void {
    const { counter } = this;
    if (counter.served === this) {
      counter.upload.drop();
      counter.served = null;
    }
    this.phase = "closed";
    this.pieces = [];
    this.body = null;
    this.raw.close();
  }

  /** There is something to be read. */
  read(now: Millis): void {
    let octets: ReadonlyUint8Array | null = null;
    try {
      octets = this.raw.read(READ_OCTETS);
    } catch (error) {
      if (error instanceof RangeError) throw error;
      this.close();
    }
    if (octets === null) return;
    if (octets.length === 0) this.close();
    else if (this.phase === "head") this.takeHead(octets, now);
    else if (this.phase === "body") this.takeBody(octets, now);
  }

  /** Goes on with what needs no more octets. */
  poll(now: Millis): void {
    const waited = now - this.since;
    switch (this.phase) {
      case "turn":
        this.begin(now);
        break;
      case "work":
        this.work(now);
        return;
      case "reply":
        this.send(now);
        break;
      case "drain":
        if (waited >= DRAIN_MS) this.close();
        return;
      default:
        break;
    }
    if (waited >= PATIENCE_MS && this.phase !== "closed") this.giveUp(now);
  }

  private giveUp(now: Millis): void {
    if (this.phase === "turn") this.refuse(BUSY, now);
    else this.close();
  }

  private takeHead(octets: ReadonlyUint8Array, now: Millis): void {
    const end = this.scan.take(octets, octets.length);
    if (end < 0) return this.refuse(400, now);
    const size = end === 0 ? octets.length : end;
    if (this.head.length + size > HEAD_OCTETS_MAX) return this.refuse(431, now);
    this.head += decoder.decode(octets.subarray(0, size));
    if (end === 0) return;
    const head = readHead(this.head.slice(0, -4));
    this.head = "";
    this.early = octets.subarray(end);
    this.judge(head, now);
  }

  private judge(head: RequestHead, now: Millis): void {
    const { desk } = this.counter;
    const route = routeOf(head);
    this.route = route;
    const status = desk.refusal(head, route);
    if (status >= 100) return this.refuse(status, now);
    if (isForPortal(head)) desk.used();
    this.bodyLength = Math.max(head.length, 0);
    if (head.method === "GET") {
      this.isCut = this.bodyLength > 0;
      this.answerQuestion(route, now);
    } else {
      this.phase = "turn";
      this.begin(now);
    }
  }

  private answerQuestion(route: Route, now: Millis): void {
    if (route === "elsewhere") return this.reply([encoder.encode(redirectReply())], now);
    if (route === "page" || route === "german") {
      if (!this.file().isThere()) return this.refuse(404, now);
      this.pageAt = 0;
      return this.reply([], now);
    }
    const pieces = this.counter.desk.pieces(route);
    let size = 0;
    for (const piece of pieces) size += piece.length;
    this.reply([encoder.encode(jsonHead(200, size)), ...pieces], now);
  }

  /** Takes the body, unless another one is being taken. */
  private begin(now: Millis): void {
    const { counter, early } = this;
    if (counter.served !== null) return;
    counter.served = this;
    this.early = null;
    this.phase = "body";
    if (!isFile(this.route)) this.body = new Uint8Array(Math.min(this.bodyLength, 8192));
    else if (!counter.upload.begin()) return this.refuse(500, now);
    if (early !== null) this.takeBody(early, now);
  }

  private takeBody(octets: ReadonlyUint8Array, now: Millis): void {
    const left = Math.max(this.bodyLength - this.bodyAt, 0);
    const taken = octets.length > left ? octets.subarray(0, left) : octets;
    if (octets.length > left) this.isCut = true;
    if (isFile(this.route)) {
      if (!this.counter.upload.take(taken)) return this.refuse(500, now);
    } else {
      this.body?.set(taken, this.bodyAt);
    }
    this.bodyAt += taken.length;
    if (this.bodyAt < this.bodyLength) return;
    this.phase = "work";
    this.since = now;
  }

  private work(now: Millis): void {
    const { desk, upload } = this.counter;
    const { route } = this;
    if (isFile(route)) {
      const code = upload.end(route);
      if (code === "") this.replyJson(200, "{}", now);
      else if (code === "!") this.refuse(500, now);
      else this.replyJson(422, `{"error":${JSON.stringify(upload.sentence(code))},"code":"${code}"}`, now);
      return;
    }
    // What is wanted is told once: two of a body that is long are too many for the heap.
    const text = this.bodyText();
    this.body = null;
    const status = text === null ? 400 : desk.work(route, text);
    if (status >= 100) this.replyJson(status, text === null ? "" : desk.answer, now);
  }

  private bodyText(): string | null {
    try {
      return this.body === null ? "" : decoder.decode(this.body);
    } catch (error) {
      if (error instanceof RangeError) throw error;
      return null;
    }
  }

  /** @param json "" for what the status says */
  private replyJson(status: int<100, 599>, json: string, now: Millis): void {
    const text = json === "" ? `{"error":${JSON.stringify(errorOf(status))}}` : json;
    const octets = encoder.encode(text);
    this.reply([encoder.encode(jsonHead(status, octets.length)), octets], now);
  }

  private refuse(status: int<100, 599>, now: Millis): void {
    this.isCut = true;
    this.reply([encoder.encode(errorReply(status))], now);
  }

  private reply(pieces: ReadonlyUint8Array[], now: Millis): void {
    const { counter } = this;
    if (counter.served === this) {
      counter.upload.drop();
      counter.served = null;
    }
    this.body = null;
    this.early = null;
    this.phase = "reply";
    this.pieces = pieces;
    this.pieceAt = 0;
    this.since = now;
    this.send(now);
  }

  /** Sends one piece at most. */
  private send(now: Millis): void {
    const [first] = this.pieces;
    const at = this.pieceAt;
    const octets = first === undefined ? this.file().piece(this.pageAt) : first.subarray(at, at + PIECE_OCTETS);
    if (octets.length === 0) return this.finish(now);
    const count = this.written(octets);
    if (count < 0) return this.close();
    if (count > 0) this.since = now;
    if (first === undefined) this.pageAt = Math.min(this.pageAt + count, PAGE_OCTETS_MAX);
    else this.pieceAt = Math.min(at + count, 65535);
    if (first !== undefined && this.pieceAt >= first.length) {
      this.pieces.shift();
      this.pieceAt = 0;
    }
    if (this.pieces.length === 0 && this.pageAt < 0) this.finish(now);
  }

  private file(): PageFile {
    return this.route === "german" ? this.counter.german : this.counter.page;
  }

  private written(octets: ReadonlyUint8Array): int<-1, 65535> {
    try {
      return this.raw.write(octets) ?? 0;
    } catch (error) {
      if (error instanceof RangeError) throw error;
      return -1;
    }
  }

  private finish(now: Millis): void {
    if (!this.isCut) return this.close();
    this.phase = "drain";
    this.since = now;
  }
}
