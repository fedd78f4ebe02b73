// One run of the simulator in a terminal: starts it, shows it, and ends it with Ctrl-C.

import { relative } from "node:path";
import { framebufFont } from "./framebuf-font.ts";
import type { SimOptions } from "./sim-options.ts";
import { brokerOfSettings, topicOfSettings, usesEmbeddedBroker } from "./sim-settings.ts";
import { Simulator } from "./simulator.ts";
import { type StartFacts, startScreen } from "./start-screen.ts";
import { type Output, TerminalView } from "./terminal-view.ts";

/** How often the display is looked at, in ms. */
const LOOK_EVERY_MS = 200;

/** Runs until Ctrl-C (or SIGTERM). Rejects with UsageError for what the user can mend. */
export async function runSimulator(
  options: SimOptions,
  device: string,
  output: Output = process.stdout,
): Promise<void> {
  const interrupted = untilInterrupted();
  const simulator = await Simulator.start(options, device);
  const view = new TerminalView(output, options.headless ? null : await framebufFont(), options.verbose);
  view.print(startScreen(factsOf(simulator, options, device)));
  simulator.log.onEntry((entry) => view.entry(entry));
  const looking = setInterval(() => void look(simulator, view), LOOK_EVERY_MS);
  try {
    await simulator.powerOn();
    await Promise.race([interrupted, simulator.failure()]);
  } finally {
    clearInterval(looking);
    await simulator.stop();
  }
  view.end(["", `Ended. ${options.data} keeps the flash and the SIM.`]);
}

async function look(simulator: Simulator, view: TerminalView): Promise<void> {
  const frame = await simulator.display().catch(() => null);
  if (frame) view.display(frame);
}

/** Resolves at Ctrl-C or SIGTERM; a second one ends the process at once. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
  });
}

function factsOf(simulator: Simulator, options: SimOptions, device: string): StartFacts {
  const { settings, mqttPort, httpPort, virtualTime } = simulator;
  const embedded = virtualTime || usesEmbeddedBroker(settings);
  const elsewhere = brokerOfSettings(settings);
  const place = virtualTime ? "inside the simulator" : `mqtt://127.0.0.1:${mqttPort}, embedded`;
  return {
    firmware: relative(process.cwd(), device) || device,
    modem: options.uart === null ? "an emulated SIM800" : `the one at ${options.uart}`,
    broker: embedded ? place : elsewhere,
    topic: topicOfSettings(settings),
    data: options.data,
    httpPort,
    mqttPort: embedded ? mqttPort : null,
    brokerUrl: embedded ? null : elsewhere.replace("@", ":PASSWORD@"),
    speed: virtualTime
      ? `virtual, ${Number.isFinite(options.speed) ? `${options.speed} times as fast` : "as fast as it goes"}`
      : null,
    canSend: options.uart === null,
  };
}
