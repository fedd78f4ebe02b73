// The networks that the gateway saw at its start, to choose from. The control of the setting is a text, which choosing one fills in: it is
// seen for a hidden network alone.
import { $, type Control, el, worded } from "./dom.ts";
import { field, input } from "./fields.ts";
import type { Network } from "./portal-answers.ts";
import { DELETED, type Texts } from "./settings-table.ts";
import { say } from "./strings.ts";

const KEY = "wifi_ssid";
/** dBm: from here on the signal is strong, or fair. */
const GOOD_DBM = -60;
const FAIR_DBM = -75;

export function strengthOf(dbm: number): "good" | "fair" | "weak" {
  if (dbm >= GOOD_DBM) return "good";
  return dbm >= FAIR_DBM ? "fair" : "weak";
}

/** @param own the name that is set */
export function networkField(networks: readonly Network[], own: string): HTMLElement {
  const name = input({ "aria-label": "SSID" });
  const inner = field(name, KEY);
  const radio = (value: string, text: Node | string, ...words: (Node | string)[]) => {
    const dot = el("input", { type: "radio", name: "net", value }) as Control;
    dot.oninput = () => {
      name.value = value;
      name.hidden = value !== "";
      if (!value) name.focus();
    };
    return el("label", {}, dot, el("bdi", {}, text), el("span", {}, ...words));
  };
  const radios = networks.map(({ ssid, rssi, locked }) =>
    radio(ssid, ssid, worded(strengthOf(rssi)), ", ", worded(locked ? "locked" : "open")),
  );
  if (own && !networks.some(({ ssid }) => ssid === own)) radios.push(radio(own, own));
  inner.firstElementChild?.after(el("div", { class: "nets" }, ...radios, radio("", worded("other"))));
  inner.firstElementChild?.replaceWith(worded(KEY, "legend"));
  return el("fieldset", {}, inner);
}

/** Chooses what stands in the control. */
export function showNetwork(): void {
  const dots = [...document.querySelectorAll<Control>("[name=net]")];
  const { value } = $(KEY);
  const dot = dots.find((each) => each.value === value) ?? dots[dots.length - 1];
  if (dot) dot.checked = !!dot.value || !!value;
  $(KEY).hidden = !dot?.checked || !!dot.value;
}

/** An old password stays with its network: an open one has none, another one needs its own. Returns a sentence, or "". */
export function passwordProblem(texts: Texts, networks: readonly Network[], before: Record<string, unknown>): string {
  const network = networks.find(({ ssid }) => ssid === texts[KEY]);
  if (texts.wifi_password || !network) return "";
  if (network.locked) return texts[KEY] === before[KEY] ? "" : say("new_net");
  if (before.wifi_password) texts.wifi_password = DELETED;
  return "";
}
