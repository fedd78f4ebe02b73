// The questions of npm run setup, one after the other. Enter keeps what is there, so who answers nothing changes nothing.

import { PRESETS, type Preset } from "../../firmware-ts/domain/settings/presets.ts";
import { AUTHORITIES } from "../../firmware-ts/domain/settings/schema.ts";
import { askSetting, choose } from "./ask-setting.ts";
import type { CertificateQuestions } from "./certificate-questions.ts";
import type { Draft } from "./draft.ts";
import { type Network, networkLine } from "./networks.ts";
import { applyPreset } from "./preset.ts";
import {
  BROKER_CERT,
  BROKER_HOST,
  BROKER_PASSWORD,
  BROKER_PORT,
  BROKER_TLS,
  BROKER_USER,
  CLIENT_ID,
  COUNTRY,
  SECTIONS,
  WIFI_PASSWORD,
} from "./questions.ts";
import type { Terminal } from "./terminal.ts";
import { printable } from "./value-text.ts";

/** Of the user's own broker. */
const OWN = "own";

export class Interview {
  constructor(
    private readonly terminal: Terminal,
    private readonly draft: Draft,
    private readonly networks: readonly Network[],
    private readonly certificates: CertificateQuestions,
  ) {}

  /** All of them. Rejects with Cancelled. */
  async run(): Promise<void> {
    await this.askWifi();
    await this.askBroker();
    for (const { title, questions } of SECTIONS) {
      const asked = questions.some(({ when }) => when?.(this.draft) ?? true);
      if (asked) this.heading(title);
      for (const question of questions)
        if (question.when?.(this.draft) ?? true) await askSetting(this.terminal, this.draft, question);
    }
  }

  private async askWifi(): Promise<void> {
    const { terminal, draft, networks } = this;
    this.heading("Wi-Fi");
    if (networks.length === 0) terminal.say("The board hears no network. It knows 2.4 GHz only.");
    const chosen = await this.askNetwork();
    const network = networks.find(({ ssid }) => ssid === chosen);
    if (chosen === null) await askSetting(terminal, draft, WIFI_PASSWORD);
    else if (network?.isLocked === false) {
      draft.remove("wifi_password");
      terminal.say("  It is open: everybody near can read what is not encrypted.");
    } else {
      // That of the network before is not this one's.
      draft.remove("wifi_password");
      await askSetting(terminal, draft, WIFI_PASSWORD, network !== undefined);
    }
    await askSetting(terminal, draft, COUNTRY);
  }

  /** @returns the name of another network than before; null for the same */
  private async askNetwork(): Promise<string | null> {
    const { terminal, draft, networks } = this;
    const held = draft.text("wifi_ssid");
    const other = "another one: hidden, or not in reach";
    if (networks.length > 0) {
      if (held !== "" && !networks.some(({ ssid }) => ssid === held))
        terminal.say(`${printable(held)} is not heard at the moment.`);
      const index = await choose(terminal, "Network", [...networks.map(networkLine), other], printable(held));
      if (index === null) return null;
      const found = networks[index];
      if (found !== undefined) {
        draft.set("wifi_ssid", found.ssid);
        return found.ssid === held ? null : found.ssid;
      }
    }
    await askSetting(terminal, draft, { key: "wifi_ssid", label: "Name of the network" });
    const ssid = draft.text("wifi_ssid");
    return ssid === held ? null : ssid;
  }

  private async askBroker(): Promise<void> {
    const { terminal, draft } = this;
    this.heading("Broker");
    const labels = [...PRESETS.map(({ title }) => title), "another one"];
    const index = await choose(terminal, "Broker", labels, draft.has("broker_host") ? this.brokerNow() : "");
    const preset: Preset | undefined = index === null ? undefined : PRESETS[index];
    if (preset) applyPreset(draft, preset);
    await askSetting(terminal, draft, BROKER_HOST);
    if (index !== null && !preset) await this.askTls();
    await askSetting(terminal, draft, BROKER_PORT);
    terminal.say(`  ${this.aboutTls()}`);
    await this.certificates.ask(draft);
    if (preset?.needs.includes("client_id") || draft.has("client_id"))
      await askSetting(terminal, draft, CLIENT_ID, preset?.needs.includes("client_id"));
    if (preset?.settings.broker_cert && !draft.has("broker_user")) return;
    await askSetting(terminal, draft, BROKER_USER, preset?.needs.includes("broker_user"));
    if (draft.has("broker_user") || draft.has("broker_password"))
      await askSetting(terminal, draft, BROKER_PASSWORD, preset?.needs.includes("broker_password"));
  }

  private brokerNow(): string {
    const { draft } = this;
    return `as now: ${printable(draft.text("broker_host"))}, ${draft.isOn("broker_tls") ? "TLS" : "not encrypted"}`;
  }

  /** Of a broker without a preset. */
  private async askTls(): Promise<void> {
    const { terminal, draft } = this;
    await askSetting(terminal, draft, BROKER_TLS);
    if (!draft.isOn("broker_tls")) return;
    const authorities = AUTHORITIES.trim().split(" ");
    const labels = [...authorities, "my own: its certificate goes onto the board"];
    const index = await choose(terminal, "Who issued its certificate", labels, draft.text("broker_ca"));
    if (index !== null) draft.set("broker_ca", authorities[index] ?? OWN);
    await askSetting(terminal, draft, BROKER_CERT);
  }

  private aboutTls(): string {
    const { draft } = this;
    if (!draft.isOn("broker_tls"))
      return "The connection is not encrypted: whoever is in the network can read messages and the password.";
    const ca = draft.text("broker_ca");
    const issuer = ca === OWN ? "your own authority" : ca;
    return `The connection is encrypted (TLS); the broker must show a certificate of ${issuer}.`;
  }

  private heading(title: string): void {
    this.terminal.say(`\n${title}`);
  }
}
