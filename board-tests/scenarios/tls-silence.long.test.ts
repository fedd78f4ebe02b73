// A broker that takes the connection and then says nothing, in the middle of a TLS handshake: the gateway gives up after 15 s,
// and serves its modem meanwhile.
import net from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { Authority } from "../support/certificates.ts";
import { describeWith } from "../support/require-tool.ts";
import { pduOf } from "./support/messages.ts";
import { SecureBoard, until } from "./support/secure-board.ts";

describeWith(["openssl"], "a broker that falls silent in a handshake", () => {
  // Fault 9.
  it("is given up in time, is tried again, and holds up nobody", { timeout: 90_000 }, async () => {
    let connections = 0;
    const server = net.createServer((socket) => {
      connections += 1;
      socket.on("error", () => {}).resume();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as net.AddressInfo;
    const bench = await SecureBoard.started(port, { authority: new Authority() });
    await until(() => connections === 1);
    const from = bench.board.log.length;
    await bench.board.hardware({ do: "modem-deliver", pdu: pduOf({ text: "meanwhile" }) });
    const isRead = () =>
      bench.board.log.slice(from).some((event) => event.type === "uart" && event.text.startsWith("AT+CMGR"));
    await until(isRead);
    expect(bench.board.stdout.join("\n")).not.toContain("tls-slow");
    await bench.board.runUntil(() => bench.board.stdout.some((line) => line.endsWith("broker: tls-slow")), 20_000, 100);
    await until(() => connections === 2);
    const { watchdog } = await bench.board.state();
    expect(watchdog?.longestGapMs).toBeLessThan(1_000);
  });
});
