// What the display says in the setup mode: how to join the board's Wi-Fi and where its page is, how a test goes, and what the
// switch is about to do. On 64 rows of dots there is a QR code beside the words; on 32 the same is told page by page.
import type { Millis } from "../millis.ts";
import { CLOSINGS } from "../switch-gestures.ts";
import { COLUMNS } from "./display-text.ts";
import { PICTURE } from "./screens.ts";
import type { SetupView } from "./setup-view.ts";

/** Where the page is, for whoever types it. */
const ADDRESS = "192.168.4.1";
const PAGE_MS = 4000;
/** As far as the picture reaches. */
const HALF = COLUMNS >> 1;

/** Which takes ten seconds, in which the board does nothing else. */
const OPENING: readonly string[] = ["Setup:", "looking for", "networks, 10 s", ""];

/** A row a step: its name, what the display calls it. */
const STEPS = `
wifi:Wi-Fi:
time:Time:
dns:Name:
tcp:Broker:
tls:TLS:
connack:Login:
message:Message:
`;

/** A row a problem: its code; what is wrong, and what to do, in 16 columns. */
const PROBLEMS = `
no-network:not found:name? 2.4 GHz?
wrong-key:password wrong:type it again
no-address:no address:DHCP? router?
no-time:no time server:UDP 123? router?
no-name:unknown name:broker's name?
no-dns:no DNS:router?
other-key:other key:see page
refused:refused:port? running?
silent:no answer:address? port?
not-accepted:ends it at once:see broker's log
connack-1:version?:MQTT 3.1.1 off?
connack-2:wants no:client id? rule?
connack-3:not ready:its log says why
connack-4:password?:user? password?
connack-5:forbids:user's rights?
unacknowledged:no answer:topic? rights?
`;

const STATES = `
waiting::
running:...:
done:ok:
failed:FAILED:
skipped:-:
`;

/** @param hasPicture the QR code can be shown */
export function setupScreen(view: SetupView, rows: number, hasPicture: boolean, now: Millis): readonly string[] {
  const page = Math.trunc(now / PAGE_MS) % 2;
  if (view.erased >= 0) return erasing(view);
  if (view.askLeftS > 0) return asking(view, rows);
  if (view.closings > 1) return counting(view, rows);
  if (view.isSaved) return ["Saved.", "", "The gateway", "starts."];
  if (view.test !== "") return testing(view, rows);
  if (!view.isOpen) return OPENING;
  const isJoined = view.phones > 0;
  if (rows < 8) return (page === 0) === isJoined ? addressPage(view) : joinPage(view);
  if (isJoined) return [...addressPage(view), "", ...joinPage(view).slice(1)];
  return hasPicture ? beside(view) : [...joinPage(view), ...addressPage(view)];
}

/** How to come in: three lines of 16 columns below a title. */
function joinPage({ ssid, key }: SetupView): string[] {
  return ["Setup: Wi-Fi", ssid, "key:", key];
}

/** What to do once a phone is in. */
function addressPage({ phones }: SetupView): string[] {
  const title = phones === 0 ? "Then open" : phones === 1 ? "1 phone: open" : `${phones} phones: open`;
  return [title, ADDRESS, "No page? Turn", "mobile data off."];
}

/** The QR code, and beside it what it says. */
function beside({ ssid, key }: SetupView): string[] {
  const name = [ssid.slice(0, HALF), ssid.slice(HALF)];
  // In two pieces of the same length: so it is typed without a slip.
  const middle = Math.min((key.length + 1) >> 1, HALF);
  return ["Setup:", ...name, "", "key:", key.slice(0, middle), key.slice(middle), ""].map(
    (words) => PICTURE.padEnd(HALF) + words.slice(0, HALF),
  );
}

function testing({ test, problem }: SetupView, rows: number): string[] {
  const lines: string[] = [];
  let current = "";
  let number = 0;
  const steps = test.split(",");
  for (const step of steps) {
    const [name = "", state = ""] = step.split("=");
    const [, word = name] = rowOf(STEPS, name);
    const [, said = state] = rowOf(STATES, state);
    if (state === "failed") return failed(word, problem);
    if (state === "done" || state === "skipped") number += 1;
    if (state === "running") current = word;
    lines.push(word + said.padStart(Math.max(COLUMNS - word.length, 0)));
  }
  if (number === steps.length) return ["Test: all well", "Save it on", "the page:", ADDRESS].map(short);
  if (rows < 8) return [`Test: ${number + 1} of ${steps.length}`, current, "", "Keep the page."];
  return ["Test", ...lines];
}

function failed(word: string, problem: string): string[] {
  const [, what = problem, advice = ""] = rowOf(PROBLEMS, problem);
  return [`${word}: failed`, what, advice, `See ${ADDRESS}`].map(short);
}

function counting({ closings, heldLeftS }: SetupView, rows: number): string[] {
  const lines = ["Erase all?", `closed ${closings} of ${CLOSINGS}`];
  if (heldLeftS >= 0) lines.push("Keep it closed", `for ${heldLeftS} s: erase.`);
  else if (closings < CLOSINGS) lines.push("To stop: wait", "10 seconds.");
  else lines.push("Close and hold", "it: erase.");
  return spread(lines, rows);
}

function asking({ askLeftS }: SetupView, rows: number): string[] {
  return spread(["Erase the SIM's", "messages, too?", "Close it: yes", `Wait ${askLeftS} s: no`], rows);
}

function erasing({ erased, isSimLeft }: SetupView): string[] {
  if (erased < 100) return ["Erasing", `${erased} %`, "Leave the power", "on."];
  return ["Erased.", ...(isSimLeft ? ["SIM's messages", "are still there."] : ["It starts anew."])];
}

/** On 64 rows of dots there is room to set them apart. */
function spread(lines: readonly string[], rows: number): string[] {
  return rows < 8 ? [...lines] : lines.flatMap((line) => [line, ""]);
}

/** The columns of a table's row; none for what is not in it. */
function rowOf(table: string, key: string): readonly string[] {
  const at = table.indexOf(`\n${key}:`) + 1;
  return at === 0 ? [] : table.slice(at, table.indexOf("\n", at)).split(":");
}

function short(line: string): string {
  return line.slice(0, COLUMNS);
}
