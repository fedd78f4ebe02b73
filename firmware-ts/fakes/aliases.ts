// Which file stands in for which module of the device, for vitest's `resolve.alias`.
import { fileURLToPath } from "node:url";

const MODULES: Readonly<Record<string, string>> = {
  base64_guard: "base64-guard.ts",
  binascii: "binascii.ts",
  cryptolib: "cryptolib.ts",
  framebuf: "framebuf.ts",
  gc: "gc.ts",
  hashlib: "hashlib.ts",
  hex_guard: "hex-guard.ts",
  io: "io.ts",
  late: "late.ts",
  machine: "machine.ts",
  network: "network.ts",
  os: "os.ts",
  restarts: "restarts.ts",
  select: "select.ts",
  socket: "socket.ts",
  starting: "starting.ts",
  time: "time.ts",
  tls_guard: "tls-guard.ts",
  "umqtt.simple": "umqtt-simple.ts",
  umqtt_guard: "umqtt-guard.ts",
  usb_console: "usb-console.ts",
};

/** Exact names only: `node:os` stays Node's. */
export const deviceModules = Object.entries(MODULES).map(([name, file]) => ({
  find: new RegExp(`^${name.replace(".", "\\.")}$`),
  replacement: fileURLToPath(new URL(file, import.meta.url)),
}));
