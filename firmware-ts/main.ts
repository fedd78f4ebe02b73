// The composition root: builds the drivers on the pins of a board and hands them over; runtime-py/main.py turns the loop.
// No logic lives here. Which board it is says the entry of the program, a file of start/.
import { unhex } from "hex_guard";
import { discard } from "late";
import { Pin, reset_cause, unique_id } from "machine";
import { uname } from "os";
import { leave, mark, trail } from "restarts";
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
import { causeWord, infoHead } from "./domain/info.ts";
import { LineSpeed } from "./domain/modem/line-speed.ts";
import { Modem } from "./domain/modem/modem.ts";
import { SimPin } from "./domain/modem/sim-pin.ts";
import { ModemStatus } from "./domain/modem/status.ts";
import { Ussd } from "./domain/modem/ussd.ts";
import { isAddress } from "./domain/network/host.ts";
import type { Settings } from "./domain/settings/settings.ts";
// What only late modules need, and is not made anew whenever they are loaded.
import "./domain/pdu/gsm7-marks.ts";
import { addressIn, featuresIn, networksIn, sendRulesIn, settingsIn } from "./domain/settings/start-settings.late.ts";
import { Tally } from "./domain/tally.ts";
import { WallClock } from "./domain/wall-clock.ts";
import { BoardMachine } from "./drivers/board-machine.ts";
import { TicksClock } from "./drivers/clock.ts";
import { Ssd1306 } from "./drivers/display/ssd1306.ts";
import { FlashJournal } from "./drivers/flash-journal.ts";
import { sealWith } from "./drivers/hardware-cipher.late.ts";
import { HardwareOctets } from "./drivers/hardware-octets.ts";
import { BoardCode } from "./drivers/late-code.ts";
import { MqttBroker } from "./drivers/mqtt/mqtt-broker.ts";
import { clientFor } from "./drivers/mqtt/mqtt-client.ts";
import { tlsLayer, tlsProblem } from "./drivers/mqtt/tls-layer.late.ts";
import { Lookup } from "./drivers/network/lookup.ts";
import { recalledParts, recalledRecords } from "./drivers/recalled-journal.ts";
import { carefulDisplay, carefulLed, carefulMachine, carefulPort } from "./drivers/safe-mode.late.ts";
import { keepSettingsText, loadSettingsText } from "./drivers/settings-store.ts";
import { Sim800Port } from "./drivers/sim800-port.ts";
import { countStart, crashRecord, keepStart, type StartRecord } from "./drivers/start-record.late.ts";
import { UsbConsole } from "./drivers/usb-console.ts";
import { HardwareWatchdog } from "./drivers/watchdog.ts";
import { WifiStation } from "./drivers/wifi-station.ts";
import type { Clock } from "./ports/clock.ts";
import type { Display } from "./ports/display.ts";
import type { Machine } from "./ports/machine.ts";
import type { SerialPort } from "./ports/serial-port.ts";

const HOUR_MS = 3600000;

/** What the device does: one turn of its loop after the other. */
export interface Mode {
  turn(): void;
}

/**
 * The gateway, or what takes its place without usable settings. Neither the settings nor this module are kept: what runs
 * later must not need them (see runtime-py/starting.py).
 * @param build id of the build
 * @param built when that was, in seconds since the beginning of 2000
 * @param board name of the board that it is for
 * @param uart the modem's, with the GPIO numbers of its pins: Wiring in boards/board.ts
 * @param bus the I2C bus of the display, with the GPIO numbers of its pins
 * @param led the pin's name; "" none
 * @param timer number of a timer that calls back while the program waits
 */
export function startOn(
  build: string,
  built: int<0, 2000000000>,
  board: string,
  uart: int<0, 2>,
  tx: int<0, 47>,
  rx: int<0, 47>,
  reset: int<0, 47>,
  bus: int<0, 1>,
  sda: int<0, 47>,
  scl: int<0, 47>,
  led: string,
  timer: int<-1, 1>,
): Mode {
  const starts = countStart(reset_cause(), mark, trail, build);
  const lasting: string[] = [];
  const settings = storedSettings(lasting);
  checkTls(settings);
  for (const problem of settings.problems) console.log(`E 0 ${problem}`);
  const clock = new TicksClock();
  const watchdog = new HardwareWatchdog();
  const supervisor = new Supervisor(clock, watchdog, leave);
  const height = settings.text("display_height");
  const display = new Ssd1306(bus, sda, scl, height === "32" ? 4 : 8);
  // That of a Pico W hangs on the Wi-Fi chip, which is started with the first change of it.
  const pin = led === "" ? null : new Pin(led, Pin.OUT);
  const port = new Sim800Port(uart, tx, rx, reset);
  const tries = settings.usable ? starts.tries : -1;
  let mode: Mode;
  if (!settings.usable) {
    // Nothing that it does needs care at the next start.
    keepStart(false);
    mode = alarmOf(build, board, settings, clock, supervisor, display, new SignalLight(pin));
  } else if (tries < 0) {
    const light = new SignalLight(pin);
    mode = buildGateway(
      build,
      built,
      board,
      port,
      settings,
      clock,
      watchdog,
      supervisor,
      display,
      light,
      timer,
      starts,
      new BoardMachine(),
      lasting,
    );
  } else {
    const safe = carefulMachine(new BoardMachine(), tries, lasting);
    const light = new SignalLight(carefulLed(safe, pin));
    const shown = carefulDisplay(safe, display);
    mode = buildGateway(
      build,
      built,
      board,
      carefulPort(safe, port),
      settings,
      clock,
      watchdog,
      supervisor,
      shown,
      light,
      timer,
      starts,
      safe,
      lasting,
    );
  }
  discard(settingsIn);
  discard(countStart);
  return mode;
}

/** The files that the settings speak of. */
function checkTls(settings: Settings): void {
  if (!settings.usable || settings.text("broker_tls") !== "true") return;
  const problem = tlsProblem(settings.text("broker_ca"), settings.text("broker_cert") === "true");
  if (problem !== "") settings.refuse(problem, true);
}

/**
 * The settings; where their file is damaged, the last good ones. Those of a newer gateway are never overwritten.
 * @param warnings gets a code, if so
 */
function storedSettings(warnings: string[]): Settings {
  const text = loadSettingsText("/settings.json");
  const settings = settingsIn(text);
  if (settings.usable && text !== null) keepSettingsText(text);
  if (!settings.damaged) return settings;
  const copy = settingsIn(loadSettingsText("/settings.good"));
  if (!copy.usable) return settings;
  copy.problems.unshift("/settings.json is damaged: the last good settings are used. Write it anew.");
  warnings.push("settings_copy");
  return copy;
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
  built: int<0, 2000000000>,
  board: string,
  port: SerialPort,
  settings: Settings,
  clock: Clock,
  watchdog: HardwareWatchdog,
  supervisor: Supervisor,
  display: Display,
  light: SignalLight,
  timer: int<-1, 1>,
  starts: StartRecord,
  machine: Machine,
  lasting: readonly string[],
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
  const wallClock = new WallClock(built);
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
  const lookup = lookupFor(settings, wallClock);
  const network = new WifiStation(
    networksIn(settings),
    settings.text("wifi_country"),
    addressIn(settings),
    timer,
    watchdog,
    lookup,
  );
  const holdUps = new Tally();
  const isPlain = settings.text("broker_tls") !== "true";
  const tls = isPlain ? null : tlsLayer(settings.text("broker_ca"), settings.text("broker_cert") === "true", holdUps);
  const client = clientFor(settings, `sms_gateway_${octets.toHex(unique_id())}`);
  const broker = new MqttBroker(settings, client, tls, clock, pump, lookup);
  const release = uname()[2] ?? "";
  const topic = settings.text("topic");
  const number = settings.text("number");
  return new Gateway({
    build,
    board,
    info: infoHead(build, board, release, causeWord(starts.cause), crashRecord(), featuresIn(settings)),
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
    isPlain,
    holdUps,
    screen: new Screen(display, settings.text("display_privacy")),
    light,
    console: new UsbConsole(),
    journal,
    machine,
    lasting,
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

/** Who finds the broker, and tells the time. */
function lookupFor(settings: Settings, clock: WallClock): Lookup {
  const host = settings.text("broker_host");
  return new Lookup(host, !isAddress(host), settings.text("ntp_server"), settings.text("dns_servers"), clock);
}
