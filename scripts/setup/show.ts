// What holds on a board, for people's eyes; and the key of its setup page.
import { settingRows } from "../../firmware-ts/domain/settings/schema.ts";
import type { Settings } from "../../firmware-ts/domain/settings/settings.ts";
import { shownSettings } from "../../firmware-ts/domain/settings/shown-settings.ts";
import { ask } from "../device/console.ts";
import { DeviceError } from "../device/device-error.ts";
import type { SerialLine } from "../device/serial-line.ts";
import { printable, shownValue } from "./value-text.ts";

/** As shownSettings has them: all of the schema, of a secret whether it is set. */
type Shown = Readonly<Record<string, unknown>>;

/** What a running gateway says. Throws a DeviceError. */
export async function shownByGateway(line: SerialLine): Promise<Shown> {
  const answer = await ask(line, "settings", "settings");
  if (answer) return answer.settings as Shown;
  throw new DeviceError("The gateway did not say its settings.\n  npm run doctor looks for the reason.");
}

export function shownOf(settings: Settings): Shown {
  return (JSON.parse(shownSettings(settings)) as { settings: Shown }).settings;
}

/** Lines: what is set and what is not the default first, then the defaults. */
export function shownLines(shown: Shown): string[] {
  const rows = settingRows().filter(({ key }) => key in shown);
  const columns = Math.max(...rows.map(({ key }) => key.length), 0);
  const isDefault = (key: string, fallback: string) => `${shown[key]}` === fallback;
  const line = (key: string) => `  ${key.padEnd(columns)}  ${shownValue(key, shown[key])}`;
  const set = rows.filter(({ key, fallback, secret }) => (secret ? shown[key] === true : !isDefault(key, fallback)));
  const rest = rows.filter((row) => !set.includes(row));
  return [
    ...set.map(({ key }) => line(key)),
    ...(rest.length > 0 ? ["By default:"] : []),
    ...rest.map(({ key }) => line(key)),
  ];
}

/** Lines with the key of the setup page. Throws a DeviceError where there is none. */
export async function portalKeyLines(line: SerialLine): Promise<string[]> {
  const answer = await ask(line, "key", "key", "error");
  const { ssid, key, error } = answer ?? {};
  if (typeof key === "string" && key !== "")
    return [...(typeof ssid === "string" ? [`Network: ${printable(ssid)}`] : []), `Key: ${printable(key)}`];
  throw new DeviceError(
    NO_KEY.get(`${error}`) ?? "The gateway does not say its key.\n  npm run doctor looks for the reason.",
  );
}

/** Why there is none, by what the gateway says. */
const NO_KEY: ReadonlyMap<string, string> = new Map([
  [
    "unknown command",
    "The gateway on the board is older than this command, and knows no key.\n  npm run build && npm run flash brings a newer one.",
  ],
  [
    "the board is not in setup mode",
    "The board is not in setup mode, so there is no Wi-Fi of its own now.\n  Close its switch for two seconds, then run the command again.",
  ],
  [
    "the key is on the display",
    "The board has a display: the key is shown there, another one at each start of the setup mode.",
  ],
]);
