// A board that nobody has told anything is brought by its page, in a real Chromium, to a real mosquitto that speaks TLS, has an authority
// of its own and wants to see a certificate: past all that people get wrong there, each told for what it is, in both languages.
import { connectAsync } from "mqtt";
import { expect, it, onTestFinished, vi } from "vitest";
import { reportHeap, reportsOfHeap } from "../control/heap-report.ts";
import { freePort, startMosquitto } from "../control/mosquitto.ts";
import { Authority, type Identity } from "../support/certificates.ts";
import { describeWith } from "../support/require-tool.ts";
import type { VirtualBoard } from "../virtual-board/board.ts";
import { freshBoard, SetupPage, saveAndPublish, WIFI } from "./support/setup-page.ts";

vi.setConfig({ testTimeout: 240_000 });

const HOST = "broker.test";
const OTHER_HOST = "other.test";
/** Outside the board's own network, as a broker in the internet is. */
const ADDRESS = "203.0.113.7";
/** Ports of settings: behind each the broker shows another certificate, at the last it speaks no TLS. */
const PORT = "8883";
const OTHER_AUTHORITY_PORT = "8884";
const EXPIRED_PORT = "8885";
const FUTURE_PORT = "8886";
const PLAIN_PORT = "1883";
/** In one piece, for TLS: drivers/mqtt/tls-layer.late.ts. */
const TLS_BYTES = 20_000;
const REPORT_EVERY_MS = 3_000;

/** What the page says, in English and in German. */
const NO_CERTIFICATE = [
  "TLS: The broker refuses: client certificate missing, wrong?",
  "TLS: Der Broker lehnt ab: Fehlt das Client-Zertifikat, oder ist es das falsche oder abgelaufen?",
] as const;
const OTHER_KEY = [
  "TLS: Client key of another certificate: paste the right one.",
  "TLS: Der Client-Schlüssel gehört nicht zum Client-Zertifikat: den einfügen, mit dem es gemacht ist.",
] as const;
const RSA_KEY = "RSA is too slow: make one of EC P-256.";
const WANTS_TLS = [
  "Log in: It hung up: TLS, port, user, client identifier?",
  "Anmeldung: Es legte auf: Will es TLS, stimmen Port, Benutzer und Client-ID?",
] as const;
/** By what is filled in. */
const OF_THE_BROKER = [
  [
    { broker_port: OTHER_AUTHORITY_PORT },
    "TLS: The broker's certificate is of another authority: choose that one.",
    "TLS: Das Zertifikat des Brokers ist von einer anderen Stelle: diese wählen.",
  ],
  [
    { broker_port: EXPIRED_PORT },
    "TLS: The broker's certificate has expired: renew it.",
    "TLS: Das Zertifikat des Brokers ist abgelaufen: erneuern.",
  ],
  [
    { broker_port: FUTURE_PORT },
    "TLS: The broker's certificate is not valid yet: make it anew.",
    "TLS: Das Zertifikat des Brokers gilt noch nicht: neu machen.",
  ],
  [{ broker_port: PLAIN_PORT }, "TLS: No TLS at this port: 8883?", "TLS: Kein TLS an diesem Port: 8883 versuchen."],
  [
    { broker_port: PORT, broker_host: OTHER_HOST },
    "TLS: The broker's certificate is for another host: enter that one.",
    "TLS: Das Zertifikat des Brokers ist für einen anderen Host: diesen eingeben.",
  ],
] as const;

const shown = ({ certFile, keyFile }: Identity) => [`certfile ${certFile}`, `keyfile ${keyFile}`];

/** One mosquitto that listens behind all of the ports, which are given by those of settings, and what is published there. */
async function broker(authority: Authority) {
  const stranger = new Authority("Authority of somebody else");
  const [other, expired, future, plain] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const mosquitto = await startMosquitto([
    ...shown(authority.issue(HOST)),
    ...[`cafile ${authority.certFile}`, "require_certificate true", "use_identity_as_username true"],
    ...[`listener ${other} 127.0.0.1`, ...shown(stranger.issue(HOST))],
    ...[`listener ${expired} 127.0.0.1`, ...shown(authority.issue(HOST, "P-256", -11))],
    ...[`listener ${future} 127.0.0.1`, ...shown(authority.issue(HOST, "P-256", 1))],
    `listener ${plain} 127.0.0.1`,
  ]);
  const heard = new Map<string, string>();
  const { cert, key } = authority.issue("reader");
  const tls = { protocol: "mqtts" as const, servername: HOST, ca: authority.cert, cert, key };
  const client = await connectAsync({ host: "127.0.0.1", port: mosquitto.port, ...tls });
  onTestFinished(async () => {
    client.end(true);
    await mosquitto.stop();
  });
  client.on("message", (topic, payload) => void heard.set(topic, payload.toString()));
  await client.subscribeAsync("gateway/#", { qos: 1 });
  const ports = { [PORT]: mosquitto.port, [OTHER_AUTHORITY_PORT]: other, [EXPIRED_PORT]: expired };
  return { heard, ports: { ...ports, [FUTURE_PORT]: future, [PLAIN_PORT]: plain } };
}

function boardNear(ports: Readonly<Record<string, number>>): Promise<VirtualBoard> {
  const redirect = Object.entries(ports).map(([port, real]) => [`${ADDRESS}:${port}`, `127.0.0.1:${real}`]);
  return freshBoard(
    { names: { [HOST]: ADDRESS, [OTHER_HOST]: ADDRESS }, redirect: Object.fromEntries(redirect) },
    (board) => reportHeap(board, REPORT_EVERY_MS, "PERIODIC"),
  );
}

/** It is said in one language after the other. */
async function failsWith(setup: SetupPage, [english, german]: readonly [string, string]): Promise<void> {
  await setup.test(english);
  await setup.inLanguage("de");
  await setup.says(german);
  await setup.inLanguage("en");
}

describeWith(["chromium", "mosquitto", "openssl"], "the setup page of a board whose broker speaks TLS", () => {
  it("says what is wrong with certificates until nothing is, and the gateway then publishes by TLS", async () => {
    const authority = new Authority();
    const gateway = authority.issue("gateway");
    const { heard, ports } = await broker(authority);
    const board = await boardNear(ports);
    const setup = await SetupPage.of(board);
    const { page } = setup;

    await setup.choose(WIFI.ssid, "Mosquitto");
    await setup.fill({ wifi_password: WIFI.key, broker_host: HOST, broker_port: PORT });
    await failsWith(setup, WANTS_TLS);

    await setup.choose(WIFI.ssid, "Mosquitto + TLS");
    await page.locator("input[aria-labelledby=f_ca-l]").setInputFiles(authority.certFile);
    await failsWith(setup, NO_CERTIFICATE);
    await page.locator("#broker_cert").check();
    await setup.fill({ f_client: gateway.cert, f_key: authority.issue("gateway", "RSA-2048").key });
    await setup.says(RSA_KEY, "f_key-e");
    await setup.fill({ f_key: authority.issue("gateway").key });
    await failsWith(setup, OTHER_KEY);

    await setup.fill({ f_key: gateway.key });
    for (const [values, ...words] of OF_THE_BROKER) {
      await setup.fill(values);
      await failsWith(setup, words);
    }
    await setup.fill({ broker_host: HOST });
    await setup.test("It works");
    expect(await page.locator("#steps li").allTextContents()).toEqual(
      ["Wi-Fi", "Time", "Broker's address", "Connection", "TLS", "Log in", "Test message"].map((step) => `${step}done`),
    );
    leavesRoom(board);
    await saveAndPublish(setup, board, heard, [WIFI.key, "PRIVATE KEY"]);
  });
});

/** The heap of setup mode, after each test and while it runs. */
function leavesRoom(board: VirtualBoard): void {
  const reports = reportsOfHeap(board);
  const [free, largest] = [reports.map((report) => report.free), reports.map((report) => report.largest)];
  const last = `${free.at(-1)} bytes free at last, largest block ${largest.at(-1)}`;
  console.log(`heap: ${last}; the least of ${reports.length} reports ${Math.min(...free)}, ${Math.min(...largest)}`);
  expect(largest.at(-1)).toBeGreaterThan(TLS_BYTES);
}
