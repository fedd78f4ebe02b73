// The composition root of what serves the page in setup mode: builds its drivers and hands them over, as main.ts does for the gateway.
import { unhex } from "hex_guard";
import { urandom } from "os";
import { ModemLink } from "./app/modem-link.ts";
import { PagePortal } from "./app/page-portal.ts";
import { PortalPump } from "./app/portal-pump.ts";
import type { Portal } from "./app/setup-portal.ts";
import { LineSpeed } from "./domain/modem/line-speed.ts";
import { Modem } from "./domain/modem/modem.ts";
import { SimPin } from "./domain/modem/sim-pin.ts";
import { ModemStatus } from "./domain/modem/status.ts";
import { Ussd } from "./domain/modem/ussd.ts";
import { ModemOnlooker } from "./domain/portal/modem-onlooker.ts";
import { PortalToken, TOKEN_OCTETS } from "./domain/portal/portal-token.ts";
import { WallClock } from "./domain/wall-clock.ts";
import { HardwareOctets } from "./drivers/hardware-octets.ts";
import { BoardStore } from "./drivers/portal/board-store.ts";
import { CaptiveNames } from "./drivers/portal/captive-names.ts";
import { HttpServer } from "./drivers/portal/http-server.ts";
import { PortalRadio } from "./drivers/portal/portal-radio.ts";
import { BoardTests } from "./drivers/portal/test-bench.ts";
import type { SetupFacts } from "./setup-facts.ts";

/** @param region two capital letters: where the radio may be used */
export function openPortal(facts: SetupFacts, region: string): Portal {
  const { board, build, built, clock, display, isConfigured, light, port, records, supervisor, timer, watchdog } =
    facts;
  const octets = new HardwareOctets();
  const wallClock = new WallClock(built);
  const onlooker = new ModemOnlooker();
  // The PIN of the settings that hold: that of a draft is not tried before it is saved.
  const pin = new SimPin(facts.simPin, (each) => octets.fingerprint(each), records);
  const speed = new LineSpeed(facts.baud === "115200" ? 115200 : 19200, false);
  const status = new ModemStatus(wallClock, false, new Ussd(unhex));
  const modem = new Modem(onlooker, unhex, pin, speed, onlooker, status);
  const link = new ModemLink(port, modem);
  const names = new CaptiveNames();
  const pump = new PortalPump(clock, supervisor, link, light, names);
  return new PagePortal({
    build,
    board,
    isConfigured,
    display,
    token: new PortalToken(urandom(TOKEN_OCTETS)),
    clock,
    modem,
    onlooker,
    link,
    radio: new PortalRadio(region, timer, watchdog),
    server: new HttpServer(clock, names),
    store: new BoardStore(facts.shown),
    tests: new BoardTests(clock, wallClock, watchdog, pump, timer),
  });
}
