// The composition root of what serves the page in setup mode: builds its drivers and hands them over, as main.ts does for the gateway.
// Loaded in setup mode alone, with all that nobody else needs.
import { unhex } from "hex_guard";
import { urandom } from "os";
import { ModemLink } from "./app/modem-link.ts";
import { PagePortal } from "./app/page-portal.ts";
import { PortalPump } from "./app/portal-pump.ts";
import type { Portal } from "./app/setup-portal.ts";
import type { SignalLight } from "./app/signal-light.ts";
import type { Supervisor } from "./app/supervisor.ts";
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
import type { Clock } from "./ports/clock.ts";
import type { Display } from "./ports/display.ts";
import type { SerialPort } from "./ports/serial-port.ts";
import type { Watchdog } from "./ports/watchdog.ts";

/**
 * @param build id of the build
 * @param built when that was, in seconds since the beginning of 2000
 * @param isConfigured the settings are usable
 * @param shown of drivers/settings-store.late.ts: the settings that hold, and what is wrong with them
 * @param region setting wifi_country
 * @param baud setting modem_baud
 * @param simPin of the settings: that of a draft is not tried before it is saved
 * @param records of the journal
 * @param timer number of a timer
 */
export function openPortal(
  build: string,
  built: int<0, 2000000000>,
  board: string,
  isConfigured: boolean,
  shown: string,
  region: string,
  baud: string,
  simPin: string,
  records: readonly string[],
  port: SerialPort,
  clock: Clock,
  watchdog: Watchdog,
  supervisor: Supervisor,
  display: Display,
  light: SignalLight,
  timer: int<-1, 1>,
): Portal {
  const octets = new HardwareOctets();
  const wallClock = new WallClock(built);
  const onlooker = new ModemOnlooker();
  const pin = new SimPin(simPin, (each) => octets.fingerprint(each), records);
  const speed = new LineSpeed(baud === "115200" ? 115200 : 19200, false);
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
    store: new BoardStore(shown),
    tests: new BoardTests(clock, wallClock, watchdog, pump, timer),
  });
}
