// The composition root: builds the drivers on the pins of a board and hands them over; runtime-py/main.py turns the loop.
// No logic lives here. Which board it is says the entry of the program, a file of start/.
import { unhex } from "hex_guard";
import { forget } from "late";
import { Pin, unique_id } from "machine";
import { Dispatch } from "./app/dispatch.ts";
import { Gateway } from "./app/gateway.ts";
import { ModemLink } from "./app/modem-link.ts";
import { Pump } from "./app/pump.ts";
import { ReadingDesk } from "./app/reading-desk.ts";
import { Screen } from "./app/screen.ts";
import { SettingsAlarm } from "./app/settings-alarm.ts";
import { SignalLight } from "./app/signal-light.ts";
import { Supervisor } from "./app/supervisor.ts";
import { Inbox } from "./domain/inbox/inbox.ts";
import { LineSpeed } from "./domain/modem/line-speed.ts";
import { Modem } from "./domain/modem/modem.ts";
import { SimPin } from "./domain/modem/sim-pin.ts";
import { ModemStatus } from "./domain/modem/status.ts";
import { Ussd } from "./domain/modem/ussd.ts";
import type { Settings } from "./domain/settings/settings.ts";
// What only late modules need, and is not made anew whenever they are loaded.
import "./domain/pdu/gsm7-marks.ts";
import { sendRulesIn, settingsIn } from "./domain/settings/start-settings.late.ts";
import { WallClock } from "./domain/wall-clock.ts";
import { BoardMachine } from "./drivers/board-machine.ts";
import { TicksClock } from "./drivers/clock.ts";
import { Ssd1306 } from "./drivers/display/ssd1306.ts";
import { FlashJournal } from "./drivers/flash-journal.ts";
import { sealWith } from "./drivers/hardware-cipher.late.ts";
import { HardwareOctets } from "./drivers/hardware-octets.ts";
import { BoardCode } from "./drivers/late-code.ts";
import { MqttBroker } from "./drivers/mqtt/mqtt-broker.ts";
import { recalledParts, recalledRecords } from "./drivers/recalled-journal.ts";
import { loadSettingsText } from "./drivers/settings-store.ts";
import { Sim800Port } from "./drivers/sim800-port.ts";
import { UsbConsole } from "./drivers/usb-console.ts";
import { HardwareWatchdog } from "./drivers/watchdog.ts";
import { WifiStation } from "./drivers/wifi-station.ts";
import type { Clock } from "./ports/clock.ts";

const HOUR_MS = 3600000;

/** What the device does: one turn of its loop after the other. */
export interface Mode {
  turn(): void;
}

/**
 * The gateway, or what takes its place without usable settings. Neither the settings nor this module are kept: what runs
 * later must not need them (see runtime-py/starting.py).
 * @param build id of the build
 * @param board name of the board that it is for
 * @param uart the modem's, with the GPIO numbers of its pins: Wiring in boards/board.ts
 * @param bus the I2C bus of the display, with the GPIO numbers of its pins
 * @param led the pin's name; "" none
 */
export function startOn(
  build: string,
  board: string,
  uart: int<0, 2>,
  tx: int<0, 47>,
  rx: int<0, 47>,
  reset: int<0, 47>,
  bus: int<0, 1>,
  sda: int<0, 47>,
  scl: int<0, 47>,
  led: string,
): Mode {
  const settings = settingsIn(loadSettingsText());
  for (const problem of settings.problems) console.log(`E 0 ${problem}`);
  const clock = new TicksClock();
  const supervisor = new Supervisor(clock, new HardwareWatchdog());
  const height = settings.text("display_height");
  const display = new Ssd1306(bus, sda, scl, height === "32" ? 4 : 8);
  // That of a Pico W hangs on the Wi-Fi chip, which is started with the first change of it.
  const light = new SignalLight(led === "" ? null : new Pin(led, Pin.OUT));
  const port = new Sim800Port(uart, tx, rx, reset);
  const mode = settings.usable
    ? buildGateway(build, board, port, settings, clock, supervisor, display, light)
    : alarmOf(build, board, settings, clock, supervisor, display, light);
  forget(settingsIn);
  return mode;
}

/** What takes the gateway's place without usable settings. */
function alarmOf(
  build: string,
  board: string,
  settings: Settings,
  clock: Clock,
  supervisor: Supervisor,
  display: Ssd1306,
  light: SignalLight,
): Mode {
  return new SettingsAlarm(
    build,
    board,
    settings.shown(),
    settings.problems,
    settings.text("display_height") !== "",
    clock,
    supervisor,
    display,
    light,
    new UsbConsole(),
    new BoardCode("console"),
  );
}

/** The gateway on usable settings. */
function buildGateway(
  build: string,
  board: string,
  port: Sim800Port,
  settings: Settings,
  clock: Clock,
  supervisor: Supervisor,
  display: Ssd1306,
  light: SignalLight,
): Gateway {
  const octets = new HardwareOctets();
  const inbox = new Inbox(
    (each) => octets.fingerprint(each),
    Math.max(settings.integer("parts_timeout_h"), 1) * HOUR_MS,
  );
  const journal = new FlashJournal();
  const records = recalledRecords();
  inbox.repeats.recall(records);
  inbox.recallParts(recalledParts(journal));
  const pin = new SimPin(settings.text("sim_pin"), (each) => octets.fingerprint(each), records);
  const wallClock = new WallClock();
  const status = new ModemStatus(wallClock, settings.text("calls") === "reject", new Ussd(unhex));
  const key = settings.text("key");
  const seal = key === "" ? null : sealWith(key, settings.text("require_signed") === "true");
  const dispatch = new Dispatch(
    new BoardCode("sending"),
    sendRulesIn(settings),
    wallClock,
    octets,
    unhex,
    journal,
    inbox,
    seal,
  );
  const speed = new LineSpeed(settings.text("modem_baud") === "115200" ? 115200 : 19200, false);
  const modem = new Modem(inbox, unhex, pin, speed, dispatch, status);
  const link = new ModemLink(port, modem);
  const pump = new Pump(clock, supervisor, link, light);
  const network = new WifiStation(
    settings.text("wifi_ssid"),
    settings.text("wifi_password"),
    settings.text("wifi_country"),
  );
  const broker = new MqttBroker(settings, `sms_gateway_${octets.toHex(unique_id())}`, clock, pump);
  const topic = settings.text("topic");
  const number = settings.text("number");
  return new Gateway({
    build,
    board,
    shownSettings: settings.shown(),
    topic,
    number,
    clock,
    octets,
    supervisor,
    link,
    modem,
    inbox,
    dispatch,
    wallClock,
    network,
    broker,
    screen: new Screen(display, settings.text("display_privacy")),
    light,
    console: new UsbConsole(),
    journal,
    machine: new BoardMachine(),
    readingDesk: new ReadingDesk(new BoardCode("reading"), inbox, link, octets, unhex),
    requestCode: new BoardCode("requests"),
    callCode: new BoardCode("calls"),
    consoleCode: new BoardCode("console"),
    ussdCodes: settings.text("ussd_codes"),
    balanceCode: settings.text("balance_code"),
    seal,
    signedCode: new BoardCode("signatures"),
  });
}
