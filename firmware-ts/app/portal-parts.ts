// What the portal is made of: start-up code builds it, page-portal.ts works with it.
import type { Modem } from "../domain/modem/modem.ts";
import type { ModemOnlooker } from "../domain/portal/modem-onlooker.ts";
import type { PortalToken } from "../domain/portal/portal-token.ts";
import type { Clock } from "../ports/clock.ts";
import type { Display } from "../ports/display.ts";
import type { OwnNetwork, PortalServer, SetupStore, TestBench } from "../ports/portal.ts";
import type { ModemLink } from "./modem-link.ts";

export interface PortalParts {
  readonly build: string;
  readonly board: string;
  /** Usable settings were there at the start. */
  readonly isConfigured: boolean;
  readonly display: Display;
  readonly token: PortalToken;
  readonly clock: Clock;
  readonly modem: Modem;
  readonly onlooker: ModemOnlooker;
  readonly link: ModemLink;
  readonly radio: OwnNetwork;
  readonly server: PortalServer;
  readonly store: SetupStore;
  readonly tests: TestBench;
}
