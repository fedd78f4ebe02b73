// A virtual Pico W with the gateway's hardware: what tests, the simulator and benchmarks use.
//
//   const board = await VirtualBoard.create({ firmware: 'dist/device', time: 'virtual', network: { kind: 'model' } });
//   await board.powerOn();
//   await board.advance(30_000);            // virtual time: runs to that moment and stands there
//   await board.hardware({ do: 'frame' });  // what the display shows
//   await board.close();
//
// The board runs in a worker of its own. In virtual time nothing happens but within advance(), runUntil() and run().
import { EventEmitter } from "node:events";
import { MessageChannel, type MessagePort, type Worker } from "node:worker_threads";
import { startWorkerThread } from "../../transpiler/src/vm/index.ts";
import type { HardwareReport } from "../models/gateway-hardware.ts";
import type { HardwareCommand, HardwareEvent } from "../models/hardware-messages.ts";
import type { DisplayFrame } from "../models/ssd1306.ts";
import type { BoardCommand, BoardEvent, BoardMessage, BoardState, OwnCommand } from "./board-messages.ts";
import type { BoardOptions } from "./board-options.ts";
import { HostDoors, type Portal } from "./host-doors.ts";
import { HostSockets } from "./host-sockets.ts";
import { makeSetup } from "./make-setup.ts";
import { Phones } from "./phones.ts";
import { StallGuard } from "./stall-guard.ts";
import { CONTROL, CONTROL_BYTES } from "./worker-setup.ts";

export type { BoardEvent, BoardState } from "./board-messages.ts";
export type { BoardOptions } from "./board-options.ts";

export interface BoardEvents {
  /** Each entry of the log, as it is made. */
  event: [event: BoardEvent];
  /** Bytes on the USB serial port. */
  stdout: [bytes: Uint8Array];
  /** For a modem behind the bridge. */
  hardware: [event: HardwareEvent];
  /** What the board serves by its own access point is at these addresses of this machine from now on; null: no more. */
  portal: [portal: Portal | null];
  /** The worker failed: a fault of the virtual board itself. Every call is rejected from then on. */
  failure: [error: Error];
}

/** The log keeps this many entries. */
const LOG_ENTRIES_MAX = 50_000;

/** runUntil() looks this often, in ms of the board's time. */
const LOOK_EVERY_MS = 20;

type WithoutId<Command> = Command extends { id: number } ? Omit<Command, "id"> : never;

interface Call {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export class VirtualBoard extends EventEmitter<BoardEvents> {
  /** What happened, oldest first. */
  readonly log: BoardEvent[] = [];
  readonly virtual: boolean;
  private readonly control = new Int32Array(new SharedArrayBuffer(CONTROL_BYTES));
  private readonly calls = new Map<number, Call>();
  private readonly guard: StallGuard;
  private readonly sockets: HostSockets;
  private readonly doors = new HostDoors(
    (command) => this.send({ kind: "guest", command }),
    (portal) => this.emit("portal", portal),
  );
  /** Those who may join the board's own access point. */
  readonly phones = new Phones((command) => this.call({ kind: "phones", command }));
  private readonly commands: MessagePort;
  private readonly worker: Worker;
  private horizonReached: (() => void) | undefined;
  private horizonMs = 0;
  private nextId = 1;
  private timeMs = 0;
  private failed: Error | undefined;

  /** Makes a bench: the board is there, without power. */
  static async create(options: BoardOptions): Promise<VirtualBoard> {
    const board = new VirtualBoard(options);
    await board.state();
    return board;
  }

  private constructor(options: BoardOptions) {
    super();
    this.virtual = options.time === "virtual";
    const channel = new MessageChannel();
    this.commands = channel.port1;
    const setup = makeSetup(options, this.control.buffer as SharedArrayBuffer, channel.port2);
    const { redirect, names } = setup.network;
    this.sockets = new HostSockets((event) => this.send({ kind: "network", event }), redirect, names);
    this.worker = startWorkerThread(new URL("./board-worker.ts", import.meta.url), {
      workerData: setup,
      transferList: [channel.port2],
    });
    this.guard = new StallGuard(this.control, this.virtual);
    this.worker.on("message", (message: BoardMessage) => this.take(message));
    this.worker.on("error", (error) => this.fail(error));
    this.worker.on("exit", () => this.fail(new Error("the board was closed")));
  }

  /** Milliseconds of the board's time since the bench was made, as far as this side knows. */
  get nowMs(): number {
    return this.timeMs;
  }

  /** Power for the board and, if it has none, for the modem. In virtual time it starts with the next advance(). */
  async powerOn(): Promise<void> {
    await this.call({ kind: "power", on: true, modemToo: true });
  }

  /** A power cut for the board; `modemToo`: for the modem as well, which keeps what is on its SIM and in its flash. */
  async powerOff(options: { modemToo?: boolean } = {}): Promise<void> {
    await this.call({ kind: "power", on: false, modemToo: options.modemToo ?? false });
  }

  /** Lets `ms` milliseconds of the board's time pass. */
  async advance(ms: number): Promise<void> {
    if (!this.virtual) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      await this.state();
      return;
    }
    if (this.horizonReached) throw new Error("the board is running already");
    if (this.failed) throw this.failed;
    const reached = new Promise<void>((resolve) => {
      this.horizonReached = resolve;
    });
    this.horizonMs = this.timeMs + ms;
    this.send({ kind: "run-until", atMs: this.horizonMs });
    await reached;
    if (this.failed) throw this.failed;
  }

  /** Virtual time runs freely, at the speed given in the options, until pause(). */
  run(): void {
    this.send({ kind: "run-until", atMs: null });
  }

  /** Virtual time stands. */
  async pause(): Promise<void> {
    const { nowMs } = await this.state();
    this.send({ kind: "run-until", atMs: nowMs });
    await this.state();
  }

  /**
   * Lets time pass until `condition` holds; throws after `limitMs` of the board's time. Returns the board's time then, in
   * ms; in virtual time exact to `stepMs`.
   */
  async runUntil(
    condition: (board: VirtualBoard) => boolean | Promise<boolean>,
    limitMs: number,
    stepMs = LOOK_EVERY_MS,
  ): Promise<number> {
    const endMs = this.timeMs + limitMs;
    while (!(await condition(this))) {
      if (this.timeMs >= endMs) throw new Error(`nothing came of it within ${limitMs} ms; ${this.lastEvents()}`);
      await this.advance(Math.min(stepMs, endMs - this.timeMs) || stepMs);
    }
    return this.timeMs;
  }

  /** Lets time pass until an event matches, whether it was before this call (from log entry `from` on) or comes. */
  async runUntilEvent(
    matches: (event: BoardEvent) => boolean,
    limitMs: number,
    from = this.log.length,
  ): Promise<BoardEvent> {
    let found = this.log.slice(from).find(matches);
    const look = (event: BoardEvent) => {
      if (!found && matches(event)) found = event;
    };
    this.on("event", look);
    try {
      await this.runUntil(() => found !== undefined, limitMs);
    } finally {
      this.off("event", look);
    }
    return found as BoardEvent;
  }

  /** Lets time pass until `promise` is settled, `limitMs` at most; what it resolves with. */
  async during<Result>(promise: Promise<Result>, limitMs = 60_000): Promise<Result> {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    promise.then(settle, settle);
    await this.runUntil(() => isSettled, limitMs);
    return promise;
  }

  /** Tells the hardware's models something; see models/hardware-messages.ts for what they answer. */
  hardware(command: HardwareCommand): Promise<unknown> {
    return this.call({ kind: "hardware", command });
  }

  async report(): Promise<HardwareReport> {
    return (await this.hardware({ do: "report" })) as HardwareReport;
  }

  async display(): Promise<DisplayFrame | null> {
    return (await this.hardware({ do: "frame" })) as DisplayFrame | null;
  }

  async state(): Promise<BoardState> {
    const state = (await this.call({ kind: "board", command: { do: "state" } })) as BoardState;
    if (!this.horizonReached) this.timeMs = state.nowMs;
    return state;
  }

  /** Tells the board's own parts something: Wi-Fi, flash. */
  tell(command: OwnCommand): Promise<unknown> {
    return this.call({ kind: "board", command });
  }

  /** Files of the flash by path, as they are durable. */
  async readFlash(): Promise<Record<string, Uint8Array>> {
    return (await this.tell({ do: "flash-read" })) as Record<string, Uint8Array>;
  }

  /** Calls a method of the broker model, reads one of its fields, or merges values into one (`faults`). */
  broker(method: string, ...values: unknown[]): Promise<unknown> {
    return this.call({ kind: "broker", method, values });
  }

  /** Types on the USB serial port; Ctrl-C is byte 3. */
  type(text: string | Uint8Array): void {
    this.send({ kind: "stdin", bytes: typeof text === "string" ? new TextEncoder().encode(text) : text });
  }

  /** Where the board's own server on `port` can be reached from this machine. */
  hostPort(port: number): number | undefined {
    return this.doors.hostPort(port);
  }

  /** Where what the board serves by its own access point can be reached from this machine; null: it does not. */
  get portal(): Portal | null {
    return this.doors.portal;
  }

  /** Lines on the USB serial port so far. */
  get stdout(): string[] {
    return this.log.flatMap((event) => (event.type === "stdout" ? [event.text] : []));
  }

  /** Ends the worker; the flash's folder keeps what was durable. */
  async close(): Promise<void> {
    this.guard.stop();
    this.sockets.dropAll();
    this.doors.close();
    await this.worker.terminate();
    this.commands.close();
  }

  private call(command: WithoutId<BoardCommand>): Promise<unknown> {
    if (this.failed) return Promise.reject(this.failed);
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.calls.set(id, { resolve, reject });
      this.send({ ...command, id } as BoardCommand);
    });
  }

  /** The worker reads the port when it sees the count change, even while it is blocked. */
  private send(command: BoardCommand): void {
    this.commands.postMessage(command);
    Atomics.add(this.control, CONTROL.SENT, 1);
    Atomics.notify(this.control, CONTROL.SENT);
  }

  private take(message: BoardMessage): void {
    switch (message.kind) {
      case "reply":
        return this.settle(message.id, message.result, message.error);
      case "horizon":
        // The worker may still have been saying that it stands where it stood before.
        return message.atMs < this.horizonMs ? undefined : this.standAt(message.atMs);
      case "vm":
        return this.guard.watch(message.memory, message.schedStateAddress);
      case "network":
        return this.sockets.handle(message.request);
      case "phone":
        return this.phones.take(message.event);
      case "guest":
        return this.doors.take(message.event);
      case "stdout":
        this.emit("stdout", message.bytes);
        return;
      case "hardware":
        this.emit("hardware", message.event);
        return;
      case "event":
        return this.record(message.event);
    }
  }

  private settle(id: number, result: unknown, error: string | undefined): void {
    const call = this.calls.get(id);
    this.calls.delete(id);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new Error(error));
  }

  private standAt(atMs: number): void {
    this.timeMs = atMs;
    const reached = this.horizonReached;
    this.horizonReached = undefined;
    reached?.();
  }

  private record(event: BoardEvent): void {
    this.log.push(event);
    if (this.log.length > LOG_ENTRIES_MAX) this.log.splice(0, LOG_ENTRIES_MAX / 10);
    this.emit("event", event);
  }

  private fail(error: Error): void {
    if (this.failed) return;
    this.failed = error;
    this.guard.stop();
    for (const call of this.calls.values()) call.reject(error);
    this.calls.clear();
    this.standAt(this.timeMs);
    if (error.message !== "the board was closed") this.emit("failure", error);
  }

  private lastEvents(): string {
    const last = this.log.slice(-8).map((event) => JSON.stringify(event));
    return `the last events were\n${last.join("\n")}`;
  }
}
