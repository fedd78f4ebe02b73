// A server of the simulator on the loopback interface.
import type { Server } from "node:net";

/** Resolves once the server listens on 127.0.0.1; rejects with the error that a port in use gives. */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}
