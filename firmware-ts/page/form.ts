// The form: made of its layout, filled from the settings, and kept true while somebody fills it in.
import { brokerOf, fillIn, KNOWN, portFor } from "./brokers.ts";
import { hex } from "./certificates.ts";
import { $, el, tell, worded } from "./dom.ts";
import { collect, field, mark, select, settingField, show } from "./fields.ts";
import { fileField, isShown } from "./file-fields.ts";
import { exported, type Row, rowOf, type Texts } from "./settings-table.ts";
import { page } from "./state.ts";
import { say } from "./strings.ts";
import { FORM } from "./tables.baked.ts";
import { networkField, showNetwork } from "./wifi-field.ts";

const KEY_OCTETS = 32;

export function makeForm(): void {
  let part: HTMLElement = $("form");
  for (const line of FORM.split("\n")) {
    const name = line.replace(/^!|\|.*/g, "");
    const [open, title] = name.split("#");
    if (title) {
      part = el(open ? "section" : "details", {}, worded(title, open ? "h2" : "summary"));
      $("form").append(part);
    } else part.append(fieldFor(name));
  }
  $("preset").onchange = choosePreset;
  $("generate").onclick = makeKey;
  $("broker_tls").onchange = followTls;
  $("form").oninput = ({ target }) => {
    mark((target as HTMLElement).id, "");
    update();
  };
  $("form").onsubmit = (event) => event.preventDefault();
}

function fieldFor(name: string): HTMLElement {
  const { settings, files, networks } = page.setup;
  if (name === "wifi_ssid") return networkField(networks, `${settings.wifi_ssid ?? ""}`);
  if (name === ":preset") return presetField();
  if (name === ":tls") return el("p", { id: "tls", role: "status" });
  if (name.startsWith(":")) return fileField(name.slice(1), files[name.slice(3)]);
  const whole = settingField(rowOf(name) as Row, settings[name] === true);
  if (name === "key")
    whole.append(
      worded("generate", "button", { type: "button", id: "generate" }),
      el("p", { id: "once", role: "status" }),
    );
  return whole;
}

function presetField(): HTMLElement {
  const choice = select(["choose", ...KNOWN.map(({ name }) => name), "other"], "");
  const whole = field(choice, "preset");
  whole.append(el("p", { id: "needed", role: "status" }));
  return whole;
}

function choosePreset(): void {
  const broker = KNOWN.find(({ name }) => name === $("preset").value);
  const texts = collect();
  if (broker) fillIn(broker, texts);
  fill(texts, $("preset").value);
}

/** The usual port goes with TLS, unless somebody has chosen another one. */
function followTls(): void {
  const texts = collect();
  const before = { ...texts, broker_tls: `${texts.broker_tls !== "true"}` };
  if (texts.broker_port === portFor(before)) $("broker_port").value = portFor(texts);
  update();
}

function makeKey(): void {
  const control = $("key");
  control.value = hex(crypto.getRandomValues(new Uint8Array(KEY_OCTETS)));
  control.type = "text";
  control.select();
  tell("once", say("once"));
}

/** @param preset the broker that they are for */
export function fill(texts: Texts, preset = brokerOf(texts) || "choose"): void {
  show(texts);
  $("preset").value = preset;
  showNetwork();
  update();
}

/** Shows and says what follows from what stands in the form. */
export function update(): void {
  const texts = collect();
  const hide = (id: string, isHidden: boolean) => {
    ($(id).closest(".field") as HTMLElement).hidden = isHidden;
  };
  const isPlain = texts.broker_tls !== "true";
  hide("broker_ca", isPlain);
  hide("broker_cert", isPlain);
  for (const id of ["f_ca", "f_client", "f_key"]) hide(id, !isShown(id, texts));
  hide(
    "wifi_password",
    page.setup.networks.some(({ ssid, locked }) => !locked && ssid === texts.wifi_ssid),
  );
  tell("tls", say(isPlain ? "plain" : "tls"));
  $("tls").className = isPlain ? "bad" : "";
  const { needs = [] } = KNOWN.find(({ name }) => name === $("preset").value) ?? {};
  const missing = needs.filter((key) => !texts[key] && page.setup.settings[key] !== true);
  tell("needed", missing.length ? `${say("needed")}: ${missing.map((key) => say(key)).join(", ")}` : "");
  $("export").value = exported(texts);
  $<HTMLAnchorElement>("download").href = `data:application/json,${encodeURIComponent($("export").value)}`;
}
