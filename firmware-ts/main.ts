// The composition root: builds the drivers on the pins of a board and hands them over; runtime-py/main.py turns the loop.
// No logic lives here. Which board it is says the entry of the program, a file of start/.
import { collect } from "gc";
import { unhex } from "hex_guard";
import { discard } from "late";
import { Pin, reset_cause, unique_id } from "machine";
import { uname } from "os";
import { leave, mark, trail } from "restarts";
import { enter_names } from "starting";
import { sleep_ms } from "time";
import { Dispatch } from "./app/dispatch.ts";
import { Gateway } from "./app/gateway.ts";
import { withHomeAssistant } from "./app/home-assistant.late.ts";
import { ModemLink } from "./app/modem-link.ts";
import { withOldTopics } from "./app/old-topics.late.ts";
import { Pump } from "./app/pump.ts";
import { ReadingDesk } from "./app/reading-desk.ts";
import { Screen } from "./app/screen.ts";
import { SettingsAlarm } from "./app/settings-alarm.ts";
import { SignalLight } from "./app/signal-light.ts";
import { Supervisor } from "./app/supervisor.ts";
import { SMS_TOPIC, topicBelow } from "./domain/api.ts";
import { Inbox } from "./domain/inbox/inbox.ts";
import { infoHead } from "./domain/info.ts";
import { BOUNCE_MS } from "./domain/mode-switch.ts";
import { LineSpeed } from "./domain/modem/line-speed.ts";
import { Modem } from "./domain/modem/modem.ts";
import { SimPin } from "./domain/modem/sim-pin.ts";
import { ModemStatus } from "./domain/modem/status.ts";
import { Ussd } from "./domain/modem/ussd.ts";
import { isAddress } from "./domain/network/host.ts";
import { type GivenSettings, integerIn, isOn, textIn } from "./domain/settings/given.ts";
import type { Settings } from "./domain/settings/settings.ts";
import { beginsSetup } from "./domain/setup-entry.ts";
// What only late modules need, and is not made anew whenever they are loaded.
import "./domain/pdu/gsm7-marks.ts";
import { Tally } from "./domain/tally.ts";
import { WallClock } from "./domain/wall-clock.ts";
import { BoardMachine } from "./drivers/board-machine.ts";
import { TicksClock } from "./drivers/clock.ts";
import { Ssd1306 } from "./drivers/display/ssd1306.ts";
import { FlashJournal } from "./drivers/flash-journal.ts";
import { sealWith } from "./drivers/hardware-cipher.late.ts";
import { HardwareOctets } from "./drivers/hardware-octets.ts";
import { BoardCode } from "./drivers/late-code.ts";
import { adafruitBroker } from "./drivers/mqtt/adafruit.late.ts";
import { MqttBroker } from "./drivers/mqtt/mqtt-broker.ts";
import { clientFor } from "./drivers/mqtt/mqtt-client.ts";
import { PacketSocket } from "./drivers/mqtt/packet-socket.ts";
import { tlsLayer } from "./drivers/mqtt/tls-layer.late.ts";
import { tlsProblem } from "./drivers/mqtt/tls-problem.late.ts";
import { Lookup } from "./drivers/network/lookup.ts";
import { recalledParts, recalledRecords } from "./drivers/recalled-journal.ts";
import { careful } from "./drivers/safe-mode.late.ts";
import { startView } from "./drivers/settings-store.late.ts";
import { Sim800Port } from "./drivers/sim800-port.ts";
import { begin, keep, record } from "./drivers/start-record.late.ts";
import {
  addressIn,
  featuresIn,
  isToldOf,
  networksIn,
  oldNumberIn,
  sendRulesIn,
  storedSettings,
  topicsIn,
} from "./drivers/stored-settings.late.ts";
import { UsbConsole } from "./drivers/usb-console.ts";
import { HardwareWatchdog } from "./drivers/watchdog.ts";
import { WifiStation } from "./drivers/wifi-station.ts";
import type { Broker } from "./ports/broker.ts";
import type { Clock } from "./ports/clock.ts";
import { CLOSED, type Contact } from "./ports/contact.ts";
import type { Display } from "./ports/display.ts";
import type { Machine } from "./ports/machine.ts";
import type { SerialPort } from "./ports/serial-port.ts";
import { SetupGate } from "./setup-gate.ts";

const HOUR_MS = 3600000;
/** Late code that a gateway never loads: that of setup mode, and what only the start asks. */
const OF_SETUP: readonly string[] = [
  "gateway.setup",
  "gateway.portal",
  "gateway.portal_radio",
  "gateway.portal_store",
  "gateway.portal_test",
  "gateway.erasing",
  "gateway.tls_problem_late",
];

/** What is made of several settings. */
interface Derived {
  readonly sendRules: string;
  readonly networks: string;
  readonly address: string;
  readonly features: string;
  readonly topics: string;
  /** Home Assistant is to be told something. */
  readonly isTold: boolean;
  readonly dongle: int<0, 99>;
}

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
 * @param contact GPIO number of the mode switch's pin
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
  contact: int<0, 47>,
  led: string,
  timer: int<-1, 1>,
): Mode {
  const settings = storedSettings();
  checkTls(settings);
  const given = settings.given();
  const { absent, damaged, problems, usable } = settings;
  const derived = derivedOf(settings, board);
  const isReset = new FlashJournal().keptSize("reset.wanted") > 0;
  const isSetup =
    isReset || beginsSetup(reset_cause(), mark, trail, isClosed(new Pin(contact, Pin.IN, Pin.PULL_UP)), !absent);
  const shown = isSetup ? startView(settings) : "";
  discard(startView);
  // What is made from now on shall lie where their code has lain.
  discard(storedSettings);
  collect();
  const modeSwitch = new Pin(contact, Pin.IN, Pin.PULL_UP);
  if (usable && !isSetup && isOn(given, "broker_tls")) enterNames(given);
  for (const problem of problems) console.log(`E 0 ${problem}`);
  const clock = new TicksClock();
  const watchdog = new HardwareWatchdog();
  const supervisor = new Supervisor(clock, watchdog, leave);
  const height = textIn(given, "display_height");
  const display = new Ssd1306(bus, sda, scl, height === "32" ? 4 : 8);
  // That of a Pico W hangs on the Wi-Fi chip, which is started with the first change of it.
  const pin = led === "" ? null : new Pin(led, Pin.OUT);
  const port = new Sim800Port(uart, tx, rx, reset);
  const began = begin(reset_cause(), mark, trail, build);
  const cause = began >> 4;
  const info = infoHead(build, board, uname()[2] ?? "", cause, record(), derived.features);
  // Without settings, and in the setup mode, nothing is done that needs care at the next start.
  if (!usable || isSetup) keep(false);
  discard(begin);
  const alarmLight = new SignalLight(pin);
  if (isSetup) {
    return new SetupGate(
      {
        build,
        built,
        board,
        problems,
        isFirst: absent,
        isConfigured: usable,
        shown,
        country: textIn(given, "wifi_country"),
        baud: textIn(given, "modem_baud"),
        simPin: textIn(given, "sim_pin"),
        displayHeight: height,
        records: recalledRecords(),
        port,
        clock,
        watchdog,
        supervisor,
        display,
        light: alarmLight,
        contact: modeSwitch,
        timer,
      },
      isReset,
    );
  }
  if (!usable)
    return alarmOf(build, board, problems, height !== "", clock, supervisor, display, alarmLight, modeSwitch);
  const codes = damaged ? ["settings_copy"] : [];
  const machine = new BoardMachine();
  const tries = (began & 15) - 1;
  if (tries < 0) {
    const light = new SignalLight(pin);
    return buildGateway(
      build,
      built,
      board,
      port,
      given,
      derived,
      clock,
      watchdog,
      supervisor,
      display,
      light,
      timer,
      machine,
      info,
      codes,
      modeSwitch,
    );
  }
  const safe = careful(machine, Math.min(tries, 9), codes);
  return buildGateway(
    build,
    built,
    board,
    safe.port(port),
    given,
    derived,
    clock,
    watchdog,
    supervisor,
    safe.display(display),
    new SignalLight(safe.led(pin)),
    timer,
    safe,
    info,
    codes,
    modeSwitch,
  );
}

/** Whether the switch is closed, and not bouncing just now. */
function isClosed(contact: Contact): boolean {
  if (contact.value() !== CLOSED) return false;
  sleep_ms(BOUNCE_MS);
  return contact.value() === CLOSED;
}

function derivedOf(settings: Settings, board: string): Derived {
  return {
    sendRules: sendRulesIn(settings),
    networks: networksIn(settings),
    address: addressIn(settings),
    features: featuresIn(settings),
    topics: topicsIn(settings),
    isTold: isToldOf(settings, clientId(), board, new FlashJournal()),
    dongle: oldNumberIn(settings),
  };
}

/** The files that the settings speak of. */
function checkTls(settings: Settings): void {
  if (!settings.usable || settings.text("broker_tls") !== "true") return;
  const problem = tlsProblem(settings.text("broker_ca"), settings.text("broker_cert") === "true");
  if (problem !== "") settings.refuse(problem, true);
  discard(tlsProblem);
}

/** What takes the gateway's place without usable settings. */
function alarmOf(
  build: string,
  board: string,
  problems: readonly string[],
  isSizeSet: boolean,
  clock: Clock,
  supervisor: Supervisor,
  display: Ssd1306,
  light: SignalLight,
  contact: Contact,
): Mode {
  return new SettingsAlarm(
    build,
    board,
    problems,
    isSizeSet,
    clock,
    supervisor,
    display,
    light,
    new BoardMachine(),
    contact,
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
  given: GivenSettings,
  derived: Derived,
  clock: Clock,
  watchdog: HardwareWatchdog,
  supervisor: Supervisor,
  display: Display,
  light: SignalLight,
  timer: int<-1, 1>,
  machine: Machine,
  info: string,
  codes: readonly string[],
  contact: Contact,
): Gateway {
  const octets = new HardwareOctets();
  const inbox = new Inbox(
    (each) => octets.fingerprint(each),
    Math.max(integerIn(given, "parts_timeout_h"), 1) * HOUR_MS,
  );
  const journal = new FlashJournal();
  const records = recalledRecords();
  inbox.repeats.recall(records);
  inbox.recallParts(recalledParts(journal));
  const pin = new SimPin(textIn(given, "sim_pin"), (each) => octets.fingerprint(each), records);
  const wallClock = new WallClock(built);
  wallClock.zone = textIn(given, "time_zone");
  const status = new ModemStatus(wallClock, textIn(given, "calls") === "reject", new Ussd(unhex));
  const key = textIn(given, "key");
  const seal = key === "" ? null : sealWith(key, isOn(given, "require_signed"));
  const dispatch = new Dispatch(
    new BoardCode("sending"),
    derived.sendRules,
    wallClock,
    octets,
    unhex,
    journal,
    inbox,
    seal,
  );
  const speed = new LineSpeed(textIn(given, "modem_baud") === "115200" ? 115200 : 19200, false);
  const modem = new Modem(inbox, unhex, pin, speed, dispatch, status);
  const link = new ModemLink(port, modem);
  const pump = new Pump(clock, supervisor, link, light);
  const lookup = lookupFor(given, wallClock);
  const network = new WifiStation(
    derived.networks,
    textIn(given, "wifi_country"),
    derived.address,
    timer,
    watchdog,
    lookup,
  );
  const holdUps = new Tally();
  const isPlain = !isOn(given, "broker_tls");
  const tls = isPlain ? null : tlsLayer(textIn(given, "broker_ca"), isOn(given, "broker_cert"), holdUps, build, false);
  const client = clientFor(given, clientId());
  const brokerPort = integerIn(given, "broker_port") & 0xffff;
  const socket = new PacketSocket(textIn(given, "broker_host"), brokerPort, tls, clock, pump);
  const topic = textIn(given, "topic");
  const isQueueing = isOn(given, "queue_offline");
  const user = textIn(given, "broker_user");
  let broker: Broker =
    textIn(given, "broker_kind") === "adafruit-io"
      ? adafruitBroker(socket, topic, client, tls, clock, lookup, pump, user)
      : new MqttBroker(socket, topic, derived.topics, isQueueing, client, tls, clock, lookup);
  const { dongle, isTold } = derived;
  const isWanted = isOn(given, "home_assistant");
  if (isTold) broker = withHomeAssistant(broker, clientId(), isWanted, journal, modem, link, holdUps);
  if (dongle > 0) broker = withOldTopics(broker, dongle, topicBelow(topic, SMS_TOPIC), clock);
  const number = textIn(given, "number");

  return new Gateway({
    build,
    board,
    info,
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
    isCrowded: !isPlain,
    holdUps,
    screen: new Screen(display, textIn(given, "display_privacy")),
    light,
    console: new UsbConsole(),
    contact,
    journal,
    machine,
    codes,
    readingDesk: new ReadingDesk(new BoardCode("reading"), inbox, link, octets, unhex),
    requestCode: new BoardCode("requests"),
    callCode: new BoardCode("calls"),
    consoleCode: new BoardCode("console"),
    troubleCode: new BoardCode("troubles"),
    ussdCodes: textIn(given, "ussd_codes"),
    balanceCode: textIn(given, "balance_code"),
    seal,
    signedCode: new BoardCode("signatures"),
  });
}

/** The names of the late code that these settings may ever load: TLS needs the heap in one piece. */
function enterNames(given: GivenSettings): void {
  const skipped = ["gateway.safe_mode_late", ...OF_SETUP];
  if (textIn(given, "allowed_numbers") === "") skipped.push("gateway.sending");
  if (!isOn(given, "require_signed")) skipped.push("gateway.signatures");
  if (textIn(given, "time_zone") === "UTC0") skipped.push("gateway.time_zone_late");
  if (textIn(given, "key") === "") skipped.push("gateway.sealing");
  if (!isOn(given, "home_assistant")) skipped.push("gateway.home_assistant_late");
  if (!isOn(given, "legacy_topics")) skipped.push("gateway.old_topics_late");
  if (textIn(given, "broker_kind") !== "adafruit-io") skipped.push("gateway.feeds");
  enter_names(skipped);
}

/** By which the broker knows the gateway, and Home Assistant the device. */
function clientId(): string {
  return `sms_gateway_${new HardwareOctets().toHex(unique_id())}`;
}

/** Who finds the broker, and tells the time. */
function lookupFor(given: GivenSettings, clock: WallClock): Lookup {
  const host = textIn(given, "broker_host");
  return new Lookup(host, !isAddress(host), textIn(given, "ntp_server"), textIn(given, "dns_servers"), clock);
}
