// The bench inside the worker: one board with what is wired to it, its flash and its network, through any number of power
// cuts and resets. Commands come in; events and replies go out.
import { seededRandom, type Vm } from "../../transpiler/src/vm/index.ts";
import type { BoardTcp } from "../models/access-point/board-tcp.ts";
import { LOCAL_NETWORK } from "../models/access-point/soft-ap.ts";
import { GatewayHardware } from "../models/gateway-hardware.ts";
import { MqttBroker } from "../models/mqtt-broker/broker.ts";
import { Internet } from "../models/network/internet.ts";
import { VirtualNetwork } from "../models/virtual-network.ts";
import type { BoardCommand, BoardEvent, BoardMessage, BoardState } from "./board-messages.ts";
import type { BridgeFunctions, VmMemory } from "./bridge.ts";
import type { SimClock } from "./clock.ts";
import { cryptoFunctions } from "./crypto-bridge.ts";
import { Flash } from "./flash.ts";
import { FlashChip } from "./flash-chip.ts";
import { BLOCK_BYTES } from "./flash-space.ts";
import { HostNetwork } from "./host-network.ts";
import { LineSplitter } from "./line-splitter.ts";
import { Lwip } from "./lwip.ts";
import { ModelNetwork } from "./model-network.ts";
import { socketFunctions, softApFunctions, wlanFunctions } from "./network-bridge.ts";
import { type OwnParts, runOwnCommand } from "./own-commands.ts";
import { i2cFunctions, pinFunctions } from "./pin-bridge.ts";
import type { Processor } from "./processor.ts";
import { Profiler } from "./profiler.ts";
import { Radio } from "./radio.ts";
import { Session } from "./session.ts";
import { type EndReason, SessionEnd } from "./session-end.ts";
import { SCRATCH_REGISTERS, systemFunctions } from "./system-bridge.ts";
import { uartFunctions } from "./uart-bridge.ts";
import { UsbOutput } from "./usb-output.ts";
import { Watchdog } from "./watchdog.ts";
import { CONTROL, type WorkerSetup } from "./worker-setup.ts";

/** machine.reset_cause(): on the RP2040 machine.reset() is a watchdog reset too. */
const CAUSE = { POWER_ON: 1, WATCHDOG: 3 } as const;

/** The clock of the day at every start (ports/rp2/main.c). */
const START_TIME_MS = Date.UTC(2021, 0, 1);

/** machine.unique_id() in hex. */
const UNIQUE_ID = "e66164084335ab21";

/** What os.uname() says. */
const MICROPYTHON = { release: "1.28.0", machine: "Raspberry Pi Pico W with RP2040" };

type EventBody = BoardEvent extends infer Each ? (Each extends BoardEvent ? Omit<Each, "atMs"> : never) : never;

export class Bench implements OwnParts {
  private readonly hardware: GatewayHardware;
  readonly chip: FlashChip;
  readonly flash: Flash;
  readonly radio: Radio;
  readonly lwip: Lwip;
  private readonly watchdog: Watchdog;
  private readonly broker: MqttBroker | undefined;
  readonly virtualNetwork: VirtualNetwork | undefined;
  readonly internet: Internet | undefined;
  private readonly scratch = new Uint32Array(SCRATCH_REGISTERS);
  private readonly hostNetwork = new HostNetwork((request) => this.post({ kind: "network", request }));
  private readonly random: () => number;
  private readonly stdin: number[] = [];
  private readonly lines = new LineSplitter((text) => this.log({ type: "stdout", text }));
  readonly usbOutput: UsbOutput;
  readonly profiler: Profiler | undefined;
  private session: Session | undefined;
  private startsRaw = false;
  private powered = false;
  private modemPowered = false;
  private ending: EndReason | undefined;
  private resetCause: number = CAUSE.POWER_ON;
  private boots = 0;
  private startedAtMs = 0;
  private timeOffsetMs = 0;
  private interruptsOff = false;

  constructor(
    private readonly setup: WorkerSetup,
    private readonly clock: SimClock,
    private readonly control: Int32Array,
    private readonly post: (message: BoardMessage) => void,
    private readonly processor?: Processor,
  ) {
    this.profiler = processor && new Profiler();
    this.random = seededRandom(setup.options.seed ?? 1);
    this.hardware = new GatewayHardware(clock, setup.options.hardware);
    this.hardware.onEvent((event) => {
      if (event.type === "uart-line")
        this.logAt(event.atMs, { type: "uart", direction: event.direction, text: event.text });
      else this.post({ kind: "hardware", event });
    });
    this.chip = new FlashChip(clock, setup.flash, {
      setInterruptsOff: (off) => this.setInterruptsOff(off),
      log: (operation, path, bytes) => this.log({ type: "flash", operation, path, bytes }),
    });
    this.usbOutput = new UsbOutput(clock, (bytes) => {
      this.post({ kind: "stdout", bytes });
      this.lines.write(bytes);
    });
    this.flash = this.makeFlash();
    this.radio = this.makeRadio();
    this.watchdog = new Watchdog(
      clock,
      () => this.end("watchdog"),
      (atMs) => this.profiler?.fed(atMs),
    );
    if (setup.network.kind === "model") {
      this.virtualNetwork = new VirtualNetwork(clock, setup.network.roundTripMs / 2);
      this.broker = new MqttBroker(clock);
      this.virtualNetwork.listen(setup.network.brokerPort, this.broker.accept);
      this.internet = new Internet(this.virtualNetwork, clock, setup.network.timeEpochMs);
    }
    this.lwip = this.makeLwip();
  }

  /** For ever: waits for power, runs the board until it ends. */
  async run(): Promise<never> {
    for (;;) {
      this.clock.wait(Number.POSITIVE_INFINITY, () => this.powered);
      const { reason, toRaw } = await this.runSession();
      this.startsRaw = toRaw;
      this.ended(reason);
    }
  }

  take(command: BoardCommand): void {
    switch (command.kind) {
      case "power":
        return this.reply(command.id, () => (command.on ? this.powerOn() : this.powerOff(command.modemToo)));
      case "run-until":
        return this.clock.runUntil(command.atMs ?? Number.POSITIVE_INFINITY);
      case "hardware":
        return this.reply(command.id, () => this.hardware.command(command.command));
      case "board":
        return this.reply(command.id, () => runOwnCommand(command.command, this));
      case "broker":
        return this.reply(command.id, () => this.brokerCall(command.method, command.values));
      case "network":
        this.hostNetwork.note(command.event);
        this.lwip.receive(command.event);
        return this.clock.noteEvent();
      case "phones":
        return this.reply(command.id, () => this.radio.phones.take(command.command));
      case "guest":
        this.radio.guests.take(command.command);
        return this.clock.noteEvent();
      case "stdin":
        return this.receiveStdin(command.bytes);
    }
  }

  /** Ends the session by an exception if something asked for its end; called where the clock is looked at. */
  endIfDue(): void {
    if (!this.ending || !this.session) return;
    const reason = this.ending;
    this.ending = undefined;
    throw new SessionEnd(reason);
  }

  /** True while virtual time must stand still for the host's sockets. */
  waitsForHost(): boolean {
    return this.hostNetwork.outstanding() || this.radio.guests.outstanding();
  }

  /** True while somebody outside speaks with the board: virtual time passes no faster than theirs. */
  hasGuests(): boolean {
    return this.radio.guests.paced();
  }

  private end(reason: EndReason): void {
    if (this.session) this.ending ??= reason;
  }

  private async runSession(): Promise<SessionEnd> {
    const wallStart = performance.now();
    this.boots++;
    this.startedAtMs = this.clock.now();
    this.timeOffsetMs = START_TIME_MS;
    const { setup, clock, flash, stdin } = this;
    this.session = new Session({
      setup,
      clock,
      flash,
      stdin,
      startsRaw: this.startsRaw,
      functions: (memory) => this.charged(this.functions(memory)),
      uptimeMs: () => this.uptimeMs(),
      timeMs: () => this.timeMs(),
      random: this.random,
      stdout: (bytes) => this.usbOutput.write(bytes),
      onVm: (vm) => this.tellOfVm(vm),
      onStart: (vm) => {
        this.processor?.starts(vm);
        this.profiler?.starts(vm);
      },
      profiler: this.profiler,
      onBoot: (freeBytes) =>
        this.log({ type: "boot", cause: this.resetCause, freeBytes, bootWallMs: performance.now() - wallStart }),
      takeStall: () => Atomics.exchange(this.control, CONTROL.STALLED, 0) === 1,
      onPrompt: () => this.log({ type: "prompt" }),
    });
    Atomics.store(this.control, CONTROL.RUNNING, 1);
    try {
      return await this.session.run();
    } finally {
      Atomics.store(this.control, CONTROL.RUNNING, 0);
      this.session = undefined;
      this.ending = undefined;
      this.lines.flush();
    }
  }

  private ended(reason: EndReason): void {
    this.log({ type: "end", reason });
    this.lwip.reset(reason === "soft-reset");
    this.stdin.length = 0;
    if (reason === "soft-reset") return;
    this.usbOutput.reset();
    this.watchdog.stop();
    this.radio.reset();
    this.hardware.boardReset();
    this.resetCause = reason === "power-off" || reason === "flash-cut" ? CAUSE.POWER_ON : CAUSE.WATCHDOG;
    if (reason === "flash-cut") this.powerOff(false);
  }

  private powerOn(): void {
    if (!this.modemPowered) this.hardware.powerOn();
    this.modemPowered = true;
    if (this.powered) return;
    this.powered = true;
    this.resetCause = CAUSE.POWER_ON;
    this.scratch.fill(0);
    this.log({ type: "power", on: true });
  }

  private powerOff(modemToo: boolean): void {
    if (modemToo && this.modemPowered) {
      this.hardware.powerOff();
      this.modemPowered = false;
    }
    if (!this.powered) return;
    this.powered = false;
    this.hardware.display?.powerOff();
    this.end("power-off");
    this.log({ type: "power", on: false });
  }

  state(): BoardState {
    const { timeoutMs, longestGapMs } = this.watchdog;
    return {
      nowMs: this.clock.now(),
      powered: this.powered,
      running: this.session !== undefined,
      resetCause: this.resetCause,
      boots: this.boots,
      ...this.radio.report(),
      sockets: { tcp: this.lwip.count("tcp"), udp: this.lwip.count("udp") },
      flash: {
        operations: this.chip.operations,
        eraseMs: this.chip.options.eraseMs,
        usedBytes: this.flash.usedBlocks() * BLOCK_BYTES,
      },
      depth: this.session?.depth() ?? { frames: 0, stackBytes: 0, plainCalls: 0 },
      watchdog: timeoutMs > 0 ? { timeoutMs, longestGapMs } : null,
      hooks: this.clock.looks,
    };
  }

  /** Calls a method, or reads a field, of the broker model. */
  private brokerCall(method: string, values: unknown[]): unknown {
    if (!this.broker) throw new Error("there is no broker model: the board's network is 'host'");
    const member = (this.broker as unknown as Record<string, unknown>)[method];
    if (typeof member === "function") return member.apply(this.broker, values);
    if (typeof member === "object" && member !== null && values.length > 0) Object.assign(member, values[0]);
    return member;
  }

  private reply(id: number, run: () => unknown): void {
    try {
      this.post({ kind: "reply", id, result: run() });
    } catch (error) {
      this.post({ kind: "reply", id, error: error instanceof Error ? error.message : String(error) });
    }
  }

  /** The same functions, each after what the processor has done until its call. */
  private charged(functions: BridgeFunctions): BridgeFunctions {
    const { processor, clock } = this;
    if (!processor) return functions;
    const entries = Object.entries(functions).map(([name, run]) => {
      const settled = (...values: never[]) => {
        processor.bridgeCalled(name);
        clock.settle();
        return run(...values);
      };
      return [name, settled];
    });
    return Object.fromEntries(entries);
  }

  private functions(memory: VmMemory): BridgeFunctions {
    const { clock, hardware, watchdog, flash, scratch, stdin } = this;
    return {
      ...systemFunctions({
        clock,
        watchdog,
        flash,
        scratch,
        resetCause: this.resetCause,
        uniqueId: this.setup.options.uniqueId ?? UNIQUE_ID,
        micropython: { ...MICROPYTHON, ...this.setup.options.micropython },
        random: this.random,
        uptimeMs: () => this.uptimeMs(),
        timeMs: () => this.timeMs(),
        setTimeMs: (ms) => {
          this.timeOffsetMs = ms - (this.clock.now() - this.startedAtMs);
        },
        interrupted: () => this.session?.takeInterrupt() ?? false,
        reset: (reason) => {
          this.end(reason);
          this.endIfDue();
        },
        callPython: (timer) => this.callPython(timer),
      }),
      ...uartFunctions(clock, memory, (id) => hardware.uartLine(id)),
      ...pinFunctions(
        clock,
        hardware,
        (text) => this.log({ type: "fault", text }),
        () => this.radio.isOn,
      ),
      ...i2cFunctions(clock, memory, hardware),
      ...cryptoFunctions(clock, memory),
      ...wlanFunctions(clock, this.radio.wlan),
      ...softApFunctions(clock, this.radio.softAp),
      ...socketFunctions(clock, memory, this.lwip, () => this.timeMs()),
      stdin_any: () => stdin.length > 0,
      stdout_room: () => this.usbOutput.hasRoom(),
    };
  }

  /** Callbacks wait while interrupts are off. */
  private callPython(timer: number): void {
    if (this.interruptsOff) this.clock.in(1, () => this.callPython(timer));
    else this.session?.callPython(timer);
  }

  private timeMs(): number {
    return this.timeOffsetMs + this.clock.now() - this.startedAtMs;
  }

  private uptimeMs(): number {
    return this.clock.now() - this.startedAtMs + (this.setup.options.ticksStartMs ?? 0);
  }

  private makeFlash(): Flash {
    const flash = new Flash(this.setup.flash.dir);
    for (const [name, contents] of Object.entries(this.setup.files)) flash.install(name, contents);
    flash.setHooks(this.chip);
    return flash;
  }

  private setInterruptsOff(off: boolean): void {
    this.interruptsOff = off;
    this.hardware.uart.setInterruptsOff(off);
  }

  private makeLwip(): Lwip {
    const { virtualNetwork } = this;
    const model = virtualNetwork ? new ModelNetwork(this.clock, virtualNetwork) : undefined;
    const lwip = new Lwip(this.clock, model ?? this.hostNetwork, {
      linkUp: () => this.radio.wlan.up,
      routeTo: (host) => this.radio.routeTo(host),
      deliverLocally: (...datagram) => this.radio.deliver(...datagram),
      door: (protocol, port, open) => this.post({ kind: "guest", event: { event: "door", protocol, port, open } }),
      log: (operation, socket, detail) => this.log({ type: "socket", operation, socket, detail }),
      fault: (text) => this.log({ type: "fault", text }),
      handshakeMs: this.setup.network.handshakeMs,
    });
    model?.onEvent((event) => {
      lwip.receive(event);
      this.clock.noteEvent();
    });
    return lwip;
  }

  private makeRadio(): Radio {
    const { clock, setup } = this;
    const board: BoardTcp = {
      open: (port, caller) => this.lwip.server.open(port, caller),
      datagram: (...datagram) => this.lwip.datagram(...datagram),
    };
    return new Radio(clock, setup.wifi, setup.options.uniqueId ?? UNIQUE_ID, board, {
      log: (state) => this.log({ type: "wifi", state }),
      fault: (text) => this.log({ type: "fault", text }),
      cameUp: () => this.lwip.linkCameUp(),
      localDown: () => this.lwip.server.dropFrom((host) => host.startsWith(LOCAL_NETWORK)),
      phone: (event) => this.post({ kind: "phone", event }),
      guest: (event) => this.post({ kind: "guest", event }),
    });
  }

  private receiveStdin(bytes: Uint8Array): void {
    for (const byte of bytes) if (!this.session?.interruptBy(byte)) this.stdin.push(byte);
    this.clock.noteEvent();
  }

  private tellOfVm(vm: Vm): void {
    this.post({
      kind: "vm",
      memory: vm.memory.buffer as SharedArrayBuffer,
      schedStateAddress: vm.schedStateAddress,
    });
  }

  private log(event: EventBody): void {
    this.logAt(this.clock.now(), event);
  }

  private logAt(atMs: number, event: EventBody): void {
    this.post({ kind: "event", event: { atMs, ...event } as BoardEvent });
  }
}
