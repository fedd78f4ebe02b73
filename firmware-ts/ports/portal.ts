// What setup mode needs of the board: its own network, the server in it, the store of what is being set up, the test before
// saving. And what the server asks of setup mode.
import type { Millis } from "../domain/millis.ts";
import type { RequestHead } from "../domain/portal/request-head.ts";
import type { Route } from "../domain/portal/request-rules.ts";
import type { TestProgress } from "../domain/portal/test-progress.ts";

/** The board's access point. */
export interface OwnNetwork {
  /** Looks around, which takes 10 s at most, and then opens the access point. @returns JSON: the networks that were heard */
  open(ssid: string, key: string): string;
  /** How many have joined. */
  phones(): int<0, 255>;
  close(): void;
}

/** Captive DNS. */
export interface NameServer {
  /** Answers what has been asked. */
  answer(): void;
}

/** HTTP, and names beside it. */
export interface PortalServer {
  /** Who says what requests deserve, before all else. */
  serve(desk: PortalDesk): void;
  /** Listens for requests from now on. */
  open(): void;
  /** Nobody is answered any more, and all connections are closed; names still are. */
  close(): void;
  /** One step for each connection. Waits so long at most for something to do. */
  poll(waitMs: int<0, 100>): void;
  /** Whether all answers are out. */
  isIdle(): boolean;
}

/** Says what requests deserve, and does what they want. */
export interface PortalDesk {
  /** What keeps a request from being looked at, as its status; 0 nothing. */
  refusal(head: RequestHead, route: Route): int<0, 599>;
  /** Somebody looked at the page, or used it. */
  used(): void;
  /** The answer to a question, in pieces of JSON. */
  pieces(route: Route): readonly ReadonlyUint8Array[];
  /**
   * Does a part of what is wanted: to be called until it is done. One at a time.
   * @param body its JSON, with the first call; "" with those that follow
   * @returns the status of the answer, which is in `answer`; 0 it is not done yet
   */
  work(route: Route, body: string): int<0, 599>;
  /** JSON; "" for what the status says by itself. */
  readonly answer: string;
}

/** What is being set up. What of it was written is there after a power cut, whole or not at all. */
export interface SetupStore {
  /** The text of settings as the page sends them, with the secrets that stay; "" for what is no object. */
  merge(body: string): string;
  /** Loads a part of the code for what follows. @returns whether all is there */
  loadNext(): boolean;
  /** It is of no use for now, and leaves the heap at once. */
  forget(): void;
  /**
   * Checks settings, and keeps usable ones as the draft.
   * @param text of merge()
   * @returns JSON for the page; "!" where the flash cannot be written
   */
  draft(text: string): string;
  hasDraft(): boolean;
  /** What a test needs of the draft, which there must be: domain/portal/test-plan.ts. */
  plan(): string;
  /**
   * The draft becomes the settings, and the files that were brought become the board's; one that speaks of a file that was taken away
   * since is none any more. @returns whether all is written
   */
  save(): boolean;
  /** JSON of what holds, or would with the draft: of a secret only whether it is set. */
  shown(): ReadonlyUint8Array;
  /** JSON: what is wrong with that. */
  problems(): ReadonlyUint8Array;
  /** Whether there is a file, or would be with the drafts: `ca`, `client` or `key`. */
  hasFile(name: string): boolean;
}

/** Begins tests. */
export interface TestBench {
  /** Loads a part of the code. @returns whether all is there */
  loadNext(): boolean;
  forget(): void;
  begin(plan: string): DraftTest;
}

/** The test of a draft. */
export interface DraftTest {
  readonly progress: TestProgress;
  /** Goes on, without waiting. @returns whether the broker is to be connected to: then connect() */
  poll(now: Millis): boolean;
  /** Connects to the broker and sends a message. Waits for it, in steps; it takes the heap that TLS needs. */
  connect(): void;
  /** Lets go of network and broker. */
  close(): void;
}
