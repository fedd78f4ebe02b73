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
  /** @returns whether a test begins: none has in the last seconds */
  beginTest(): boolean;
  /** Everything is saved: the board is to restart as a gateway, once the answer is out. */
  leave(): void;
  /** A factory reset is to be done then. @param isSimToo the SIM's messages, too */
  resetAll(isSimToo: boolean): void;
}

export class SetupDesk implements PortalDesk {
  answer = "";
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
    if (!store.loadNext()) return 0;
    const answer = store.draft(body);
    store.forget();
    if (answer === "" || answer === "!") return answer === "" ? 400 : 500;
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
    if (!isSaved) return 500;
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
