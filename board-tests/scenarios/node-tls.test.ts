// The gateway under Node with TLS: by an authority of its own and with a certificate, and what it says of a broker that it does
// not trust, or that speaks no TLS.
import type { AddressInfo } from "node:net";
import { createServer } from "node:tls";
import { expect, it, onTestFinished, vi } from "vitest";
import { Authority } from "../support/certificates.ts";
import { describeWith } from "../support/require-tool.ts";
import { idOf, numberedPdus } from "./support/messages.ts";
import { until } from "./support/secure-board.ts";
import { type MosquittoOptions, withMosquitto } from "./support/with-mosquitto.ts";

// Boards in real time, and the build before the first of them: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

describeWith(["python3", "mosquitto", "openssl"], "the gateway under Node and mosquitto with TLS", () => {
  it("bring messages, each side with a certificate", async () => {
    const authority = new Authority();
    const { lines, listener, files } = mutual(authority);
    const { sms, modem, gateway } = await withMosquitto({
      lines,
      listener,
      files,
      settings: { broker_ca: "own", broker_cert: true },
    });
    const [pdu = ""] = numberedPdus(1);
    modem.preload(pdu);
    const running = gateway();
    await until(
      () => sms().length > 0,
      () => running.lines.join("\n"),
    );
    expect(JSON.parse(sms()[0]?.text ?? "{}").id).toBe(idOf(pdu));
    expect(running.lines.join("\n")).not.toContain("not encrypted");
    expect(await running.end("SIGTERM")).toBe(0);
    expect(running.stderr).toBe("");
  });

  it("is told what is wrong: another authority, another name, no certificate, no TLS", async () => {
    const authority = new Authority();
    const { lines, listener, files } = mutual(authority);
    const says = async (options: MosquittoOptions, words: string) => {
      const { gateway } = await withMosquitto({ lines, listener, ...options });
      const running = gateway();
      await until(
        () => running.lines.join("\n").includes(words),
        () => running.lines.join("\n"),
      );
      await running.end("SIGKILL");
    };
    const own = { broker_ca: "own", broker_cert: true };
    await says({ settings: {} }, "is not issued by the authority in broker_ca");
    await says({ settings: { ...own, broker_host: "localhost" }, files }, "is for another name than broker_host");
    await says({ settings: { broker_ca: "own" }, files }, "it may ask for a certificate (broker_cert)");
    await says({ lines: [], listener: {}, settings: own, files }, "does it speak TLS at this port?");
  });

  it("is checked whatever the environment says, so that no password goes to a stranger", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    onTestFinished(() => void vi.unstubAllEnvs());
    const { cert, key } = new Authority().issue("127.0.0.1");
    const stranger = createServer({ cert, key });
    let said = "";
    stranger.on("secureConnection", (socket) => socket.on("error", () => {}).on("data", (octets) => (said += octets)));
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void stranger.close());
    const { port } = stranger.address() as AddressInfo;
    const { gateway } = await withMosquitto({
      settings: { broker_port: port, broker_user: "gateway", broker_password: "hidden" },
    });
    const running = gateway();
    await until(
      () => said !== "" || running.lines.join("\n").includes("is not issued by the authority in broker_ca"),
      () => running.lines.join("\n"),
    );
    expect(said).toBe("");
    await running.end("SIGKILL");
  });

  it("does not begin without the files that its settings speak of", async () => {
    const { gateway } = await withMosquitto({ settings: { broker_ca: "own" } });
    const running = gateway();
    await until(() => running.stderr !== "");
    expect(running.stderr).toMatch(/^broker_ca is own, but .*ca\.crt cannot be read \(ENOENT\)\.\n$/);
  });
});

/** A broker and two clients that all have certificates of one authority. */
function mutual(authority: Authority) {
  const server = authority.issue("127.0.0.1");
  const { cert, key } = authority.issue("listener");
  const client = authority.issue("gateway");
  return {
    lines: [
      `certfile ${server.certFile}`,
      `keyfile ${server.keyFile}`,
      `cafile ${authority.certFile}`,
      "require_certificate true",
    ],
    listener: { protocol: "mqtts" as const, ca: authority.cert, cert, key },
    files: { "ca.crt": authority.cert, "client.crt": client.cert, "client.key": client.key },
  };
}
