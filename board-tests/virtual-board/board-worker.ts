// A board's worker thread: the clock, the models, the flash and the VM, all synchronous. It waits in one place only, the
// clock, and there takes the main thread's commands. It outlives resets and power cuts of its board, as the modem does.
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { Bench } from "./bench.ts";
import type { BoardCommand, BoardMessage } from "./board-messages.ts";
import { SimClock } from "./clock.ts";
import { Processor } from "./processor.ts";
import { CONTROL, type WorkerSetup } from "./worker-setup.ts";

const setup = workerData as WorkerSetup;
const control = new Int32Array(setup.control);
const port = parentPort;
if (!port) throw new Error("board-worker.ts runs in a worker thread");
const post = (message: BoardMessage) => port.postMessage(message);

let seen = 0;

function takeCommands(): void {
  Atomics.add(control, CONTROL.HEARTBEAT, 1);
  const sent = Atomics.load(control, CONTROL.SENT);
  if (sent === seen) return;
  for (;;) {
    const received = receiveMessageOnPort(setup.commands) as { message: BoardCommand } | undefined;
    if (!received) break;
    bench.take(received.message);
    bench.endIfDue(); // by throwing: what else was sent is for the next run, and taken then
  }
  seen = sent;
}

const { time = "real", speed, charged } = setup.options;
const processor = charged ? new Processor() : undefined;
const clock: SimClock = new SimClock({
  mode: time,
  ...(speed === undefined ? {} : { speed }),
  poll: () => {
    takeCommands();
    bench.endIfDue();
  },
  waitOutside: (ms) => {
    const running = Atomics.exchange(control, CONTROL.RUNNING, 0);
    Atomics.wait(control, CONTROL.SENT, seen, ms);
    Atomics.store(control, CONTROL.RUNNING, running);
  },
  holdStill: () => bench.waitsForHost(),
  isPaced: () => bench.hasGuests(),
  ...(processor ? { takeWorkMs: () => processor.takeMs() } : {}),
  ...(time === "virtual" ? { onHorizon: () => post({ kind: "horizon", atMs: clock.now() }) } : {}),
});
const bench: Bench = new Bench(setup, clock, control, post, processor);
post({ kind: "ready" });
await bench.run();
