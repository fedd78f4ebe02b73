// What the portal's requests deserve, and what is done for them. Requests come from drivers/portal, one that changes something
// at a time.
import { objectIn } from "../domain/portal/json-text.ts";
import type { PortalToken } from "../domain/portal/portal-token.ts";
import type { RequestHead } from "../domain/portal/request-head.ts";
import { type Route, refusalOf } from "../domain/portal/request-rules.ts";
import type { PortalDesk, SetupStore } from "../ports/portal.ts";

const encoder = new TextEncoder();

/** What the desk cannot do itself. */
export interface SetupOrders {
  readonly board: string;
  readonly build: string;
  /** Usable settings were there at the start. */
  readonly isConfigured: boolean;
  /** Rows of pixels of the display; 0 there is none. */
  displayHeight(): int<0, 64>;
  /** JSON of /api/status. */
  status(): string;
  /** The networks that were heard, JSON. */
  networks(): ReadonlyUint8Array;
  isTesting(): boolean;
  /** @returns whether a test begins: none has in the last seconds */
  beginTest(): boolean;
  /** Everything is saved: the board is to restart as a gateway, once the answer is out. */
  leave(): void;
  /** A factory reset is to be done then. @param isSimToo the SIM's messages, too */
  resetAll(isSimToo: boolean): void;
}

export class SetupDesk implements PortalDesk {
  answer = "";
  /** What is wanted; of settings, once that is merged, all of them. */
  private body = "";
  private isMerged = false;
  private isAgain = false;
  private isUsed = false;

  constructor(
    private readonly token: PortalToken,
    private readonly store: SetupStore,
    private readonly orders: SetupOrders,
  ) {}

  refusal(head: RequestHead, route: Route): int<0, 599> {
    return refusalOf(head, route, this.token);
  }

  used(): void {
    this.isUsed = true;
  }

  /** True once after somebody used the page. */
  wasUsed(): boolean {
    const { isUsed } = this;
    this.isUsed = false;
    return isUsed;
  }

  pieces(route: Route): readonly ReadonlyUint8Array[] {
    const { orders, store } = this;
    if (route === "status") return [encoder.encode(orders.status())];
    const { board, build, isConfigured } = orders;
    const height = orders.displayHeight();
    const head = `{"token":"${this.token.text}","board":"${board}","build":"${build}","configured":${isConfigured},"display":${height},"networks":`;
    const files = `"files":{"ca":${store.hasFile("ca")},"client":${store.hasFile("client")},"key":${store.hasFile("key")}}`;
    return [
      encoder.encode(head),
      orders.networks(),
      encoder.encode(',"settings":'),
      store.shown(),
      encoder.encode(`,${files},"problems":`),
      store.problems(),
      encoder.encode("}"),
    ];
  }

  work(route: Route, body: string): int<0, 599> {
    this.answer = "";
    if (body !== "") this.body = body;
    let status: int<0, 599> = 413;
    try {
      status = this.doPart(route, this.body);
    } catch (error) {
      // Too much at once for the heap, however few octets it has. Once more: what lay about may be gone in the next turn.
      if (!(error instanceof RangeError)) throw error;
      this.store.forget();
      if (!this.isAgain) status = 0;
      this.isAgain = true;
    }
    if (status > 0) {
      this.body = "";
      this.isMerged = false;
      this.isAgain = false;
    }
    return status;
  }

  private doPart(route: Route, body: string): int<0, 599> {
    switch (route) {
      case "settings":
        return this.takeSettings(body);
      case "test":
        return this.takeTest(body);
      case "save":
        return this.takeSave(body);
      case "reset":
        return this.takeReset(body);
      default:
        return 404;
    }
  }

  private takeSettings(body: string): int<0, 599> {
    const { store } = this;
    // The two have no room in the heap beside each other.
    if (this.orders.isTesting()) return 503;
    if (!this.isMerged) {
      this.body = store.merge(body);
      this.isMerged = true;
      return this.body === "" ? 400 : 0;
    }
    if (!store.loadNext()) return 0;
    const answer = store.draft(body);
    store.forget();
    if (answer === "!") return 500;
    this.answer = answer;
    return 200;
  }

  private takeTest(body: string): int<0, 599> {
    if (objectIn(body) === null) return 400;
    if (!this.store.hasDraft()) return 409;
    if (!this.orders.beginTest()) return 429;
    this.answer = "{}";
    return 202;
  }

  private takeSave(body: string): int<0, 599> {
    const { store } = this;
    if (objectIn(body) === null) return 400;
    if (!store.hasDraft()) return 409;
    if (!store.loadNext()) return 0;
    const isSaved = store.save();
    store.forget();
    if (!isSaved) return store.hasDraft() ? 500 : 409;
    this.orders.leave();
    return this.goes();
  }

  private takeReset(body: string): int<0, 599> {
    const wish = objectIn(body);
    if (wish === null || (wish.word ?? "") !== "RESET") return 400;
    this.orders.resetAll((wish.sim ?? false) === true);
    return this.goes();
  }

  private goes(): int<0, 599> {
    this.answer = '{"restarts":true}';
    return 200;
  }
}
