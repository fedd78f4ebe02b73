// The console on the USB serial port, with a gateway behind it.
import { describe, expect, it } from "vitest";
import { world } from "../fakes/world.ts";
import { Bench } from "./support/bench.ts";
import { gsm7 } from "./support/pdu-encoder.ts";

/** What a running gateway answers to what is typed, line by line. */
function answers(bench: Bench, text: string): string[] {
  const from = bench.said.length;
  world.typed.push(...Buffer.from(text));
  bench.run(5_000);
  return bench.said.slice(from);
}

describe("the console", () => {
  it.each([
    ["as it is written", '{"cmd":"maintenance"}\n'],
    ["with spaces, and the line end of Windows", ' { "cmd": "maintenance" }\r\n'],
    ["after what was no command", 'x\n{"cmd":"maintenance"}\n'],
  ])("leads to the prompt by the command %s", (_name, text) => {
    const bench = new Bench().start();
    expect(answers(bench, text)).toContain('{"ok":"maintenance"}');
    expect(world.isMaintenance).toBe(true);
  });

  it.each([
    ["half of it", '{"cmd":"maintenance"'],
    ["another command", '{"cmd":"reset"}\n'],
    ["something before it", 'x{"cmd":"maintenance"}\n'],
    ["more than any command has", `${" ".repeat(100)}{"cmd":"maintenance","and":"more than that"}\n`],
    ["octets that are no text", "\u0000\u0003\u0004\u00ff\n"],
  ])("does nothing by %s", (_name, text) => {
    const bench = new Bench().start();
    answers(bench, text);
    expect(world.isMaintenance).toBe(false);
  });

  it("says how it goes, and nothing that is a secret", () => {
    const bench = new Bench().start();
    const [line = ""] = answers(bench, '{"cmd":"diagnose"}\n');
    expect(JSON.parse(line)).toMatchObject({
      build: "37823c1f200d",
      board: "pico-w",
      wifi: "up",
      broker: "up",
      modem: "ready",
      messages: 0,
    });
    expect(line).not.toContain("correct horse");
  });

  it("shows the settings, and of a secret only whether it is set", () => {
    const bench = new Bench().start();
    const [line = ""] = answers(bench, '{"cmd":"settings"}\n');
    expect(JSON.parse(line).settings).toEqual({
      home_assistant: false,
      ha_text: false,
      contacts: [],
      legacy_topics: false,
      legacy_number: 1,
      wifi_ssid: "home",
      wifi_password: true,
      wifi_networks: false,
      wifi_address: "",
      wifi_gateway: "",
      dns_servers: [],
      ntp_server: "pool.ntp.org",
      wifi_country: "GB",
      broker_host: "192.168.1.2",
      broker_kind: "mqtt",
      broker_tls: false,
      broker_port: 1883,
      broker_ca: "isrg-root-x1",
      broker_cert: false,
      client_id: "",
      broker_user: "",
      broker_password: false,
      topic: "gateway",
      number: "+447001234",
      publish_identity: false,
      queue_offline: false,
      sim_pin: false,
      calls: "ignore",
      ussd_codes: "",
      balance_code: "",
      allowed_numbers: [],
      country_code: "",
      send_per_minute: 5,
      send_per_hour: 20,
      send_per_day: 50,
      insecure_ok: false,
      key: false,
      require_signed: false,
      modem_baud: 19_200,
      parts_timeout_h: 24,
      time_zone: "UTC0",
      display_height: "",
      display_privacy: "brief",
    });
    expect(line).not.toContain("correct horse");
  });

  it("keeps the last lines of what happened, without a word of what was received", () => {
    const bench = new Bench().start();
    const text = "Your verification code is 791985";
    for (let n = 0; n < 20; n++) {
      bench.modem.deliver((n % 10) + 1, gsm7("+447700900123", `${text} ${n}`));
      bench.run(2_000);
    }
    const [line = ""] = answers(bench, '{"cmd":"log"}\n');
    const { log } = JSON.parse(line) as { log: string[] };
    expect(log.map((each) => each.replace(/ \d+ /, " "))).toEqual(
      Array.from({ length: 12 }, (_, n) => `I messages: ${n + 9}`),
    );
    expect(bench.said.join("\n")).not.toMatch(/791985|verification|correct horse/);
  });

  it("says what goes wrong as it happens, with how much it matters", () => {
    const bench = new Bench().start();
    bench.broker.mode = "refused";
    if (bench.broker.connection) bench.broker.connection.isClosedByBroker = true;
    bench.run(30_000);
    expect(bench.said.some((line) => /^W \d+ broker: unreachable$/.test(line))).toBe(true);
  });
});
