// The thread of the gateway's loop, which waits as on a board. The composition root under Node, in the place of
// main.ts: it builds the drivers, hands them over and turns the loop until it is told to stop.
import { randomInt } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { Dispatch } from "../app/dispatch.ts";
import { Gateway } from "../app/gateway.ts";
import { withHomeAssistant } from "../app/home-assistant.late.ts";
import { ModemLink } from "../app/modem-link.ts";
import { withOldTopics } from "../app/old-topics.late.ts";
import { Pump } from "../app/pump.ts";
import { ReadingDesk } from "../app/reading-desk.ts";
import { Screen } from "../app/screen.ts";
import { SignalLight } from "../app/signal-light.ts";
import { Supervisor } from "../app/supervisor.ts";
import { OFFLINE, SMS_TOPIC, STATUS_TOPIC, topicBelow } from "../domain/api.ts";
import { Inbox } from "../domain/inbox/inbox.ts";
import { LineSpeed } from "../domain/modem/line-speed.ts";
import { Modem } from "../domain/modem/modem.ts";
import { SimPin } from "../domain/modem/sim-pin.ts";
import { ModemStatus } from "../domain/modem/status.ts";
import { Ussd } from "../domain/modem/ussd.ts";
import { Tally } from "../domain/tally.ts";
import { WallClock } from "../domain/wall-clock.ts";
import type { Broker } from "../ports/broker.ts";
import { MachineNetwork, NoDisplay, ResidentCode } from "./absent-parts.ts";
import { BrokerLink } from "./broker-link.ts";
import { CryptoOctets, unhex } from "./crypto-octets.ts";
import { FileJournal } from "./file-journal.ts";
import { InputConsole } from "./input-console.ts";
import { Mailbox } from "./mailbox.ts";
import type { LoopSetup, News } from "./messages.ts";
import { ModemWatch } from "./modem-watch.ts";
import { sealFor } from "./node-cipher.ts";
import { ProcessMachine } from "./process-machine.ts";
import { SerialLink } from "./serial-link.ts";
import { ThreadClock } from "./thread-clock.ts";
import { ThreadWatchdog } from "./thread-watchdog.ts";

/** What was published is deleted before the end, so that it does not come again: so long at most. */
const FINISH_MS_MAX = 3000;
/** The modem had nothing to do for so long: it is done. */
const FINISH_QUIET_MS = 50;

const setup = workerData as LoopSetup;
const mailbox = new Mailbox(setup.port, setup.shared);
const clock = new ThreadClock(mailbox);
const octets = new CryptoOctets();
const serial = new SerialLink(mailbox);
const console = new InputConsole(mailbox);
const supervisor = new Supervisor(clock, new ThreadWatchdog(setup.shared), () => {});
const inbox = new Inbox((each) => octets.fingerprint(each), setup.patienceMs);
const journal = new FileJournal(setup.journal);
const records = journal.read();
inbox.repeats.recall(records);
inbox.recallParts(journal.kept("parts") ?? new Uint8Array(0));
const pin = new SimPin(setup.simPin, (each) => octets.fingerprint(each), records);
const wallClock = new WallClock();
wallClock.zone = setup.timeZone;
const status = new ModemStatus(wallClock, setup.rejectsCalls, new Ussd(unhex));
const seal = sealFor(setup.key, setup.requiresSigned);
const dispatch = new Dispatch(new ResidentCode(), setup.rules, wallClock, octets, unhex, journal, inbox, seal);
const modem = new Modem(inbox, unhex, pin, new LineSpeed(19200, true), dispatch, status);
const link = new ModemLink(serial, modem);
const light = new SignalLight(null);
const pump = new Pump(clock, supervisor, link, light);
const broker = new BrokerLink(setup.topic, mailbox, clock, pump, () => randomInt(256));
const watch = new ModemWatch((level, text, now) => console.say(`${level} ${Math.trunc(now / 1000)} ${text}`));
const holdUps = new Tally();
const { device, dongle, wantsHomeAssistant } = setup;
let outer: Broker = broker;
if (device !== "") outer = withHomeAssistant(outer, device, wantsHomeAssistant, journal, modem, link, holdUps);
if (dongle > 0) outer = withOldTopics(outer, dongle, topicBelow(setup.topic, SMS_TOPIC), clock);
const gateway = new Gateway({
  build: setup.build,
  board: process.platform,
  info: setup.info,
  topic: setup.topic,
  number: setup.number,
  clock,
  octets,
  supervisor,
  link,
  modem,
  inbox,
  dispatch,
  wallClock,
  network: new MachineNetwork(),
  broker: outer,
  isPlain: setup.isPlain,
  isCrowded: false,
  holdUps,
  screen: new Screen(new NoDisplay(), "hidden"),
  light,
  console,
  // There is no switch.
  contact: { value: () => 1 },
  journal,
  machine: new ProcessMachine(mailbox, setup.shownSettings),
  codes: [],
  readingDesk: new ReadingDesk(new ResidentCode(), inbox, link, octets, unhex),
  requestCode: new ResidentCode(),
  callCode: new ResidentCode(),
  consoleCode: new ResidentCode(),
  troubleCode: new ResidentCode(),
  ussdCodes: setup.ussdCodes,
  balanceCode: setup.balanceCode,
  seal,
  signedCode: new ResidentCode(),
});

let isStopping = false;

function take(news: News): void {
  switch (news.news) {
    case "received":
      serial.received(news.octets);
      break;
    case "opened":
      serial.opened();
      break;
    case "typed":
      console.typed(news.octets);
      break;
    case "time":
      wallClock.serve(news.seconds, clock.now());
      break;
    case "stop":
      isStopping = true;
      break;
    default:
      broker.note(news);
      break;
  }
}

/** Without the broker nothing more is published; what is under way at the modem comes to its end. */
function finish(): void {
  broker.publish(topicBelow(setup.topic, STATUS_TOPIC), OFFLINE, true, "");
  broker.leave();
  const since = clock.now();
  let activeAt = since;
  while (clock.now() - activeAt < FINISH_QUIET_MS && clock.now() - since < FINISH_MS_MAX) {
    gateway.turn();
    if (modem.isBusy()) activeAt = clock.now();
  }
}

parentPort?.postMessage("read");
mailbox.onNews(take);
while (!isStopping) {
  gateway.turn();
  watch.look(modem.health, clock.now());
}
finish();
mailbox.send({ order: "stopped" });
