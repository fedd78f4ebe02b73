// Real RabbitMQ nodes for tests, each a process of this user with folders and free ports of its own, and an epmd of their own:
// they know nothing of a RabbitMQ that runs here, and are stopped by the test that started them.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { toolPath } from "../support/require-tool.ts";
import { freePort } from "./mosquitto.ts";

/** Debian's command in the path wants to be root and changes the user; what it calls does not. */
const DEBIAN = "/usr/lib/rabbitmq/bin/rabbitmq-server";
/** Three nodes that find each other take 20 s on two cores. */
const START_LIMIT_MS = 120_000;
const LOOK_EVERY_MS = 200;

/** One node of a cluster. */
export class RabbitNode {
  private child: ChildProcess | undefined;

  constructor(
    private readonly cluster: RabbitCluster,
    readonly name: string,
    readonly mqttPort: number,
    readonly amqpPort: number,
    private readonly distributionPort: number,
    private readonly folder: string,
  ) {}

  /** Starts it, or starts it again with what it had on its disk. */
  async start(): Promise<void> {
    const env = { ...this.cluster.environment, ...this.environment() };
    this.child = spawn(serverScript(), [], { env, stdio: "ignore", detached: true });
    for (const endMs = performance.now() + START_LIMIT_MS; !(await accepts(this.mqttPort)); ) {
      if (this.child.exitCode !== null)
        throw new Error(`RabbitMQ ended with ${this.child.exitCode}\n${this.lastLines()}`);
      if (performance.now() > endMs)
        throw new Error(`RabbitMQ took more than ${START_LIMIT_MS} ms\n${this.lastLines()}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** Ends at once, as by a power cut. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    // The shell that starts it and the virtual machine are one group.
    process.kill(-child.pid, "SIGKILL");
    await once(child, "exit");
  }

  /** Runs rabbitmqctl on it. @returns what it printed */
  async control(...args: readonly string[]): Promise<string> {
    const env = { ...this.cluster.environment, ...this.environment() };
    const command = join(dirname(serverScript()), "rabbitmqctl");
    const { stdout } = await promisify(execFile)(command, ["-n", this.name, ...args], { env });
    return stdout;
  }

  private environment(): Record<string, string> {
    return {
      RABBITMQ_NODENAME: this.name,
      RABBITMQ_DIST_PORT: `${this.distributionPort}`,
      RABBITMQ_CONFIG_FILE: join(this.folder, "rabbitmq.conf"),
      RABBITMQ_ADVANCED_CONFIG_FILE: join(this.folder, "advanced.config"),
      RABBITMQ_MNESIA_BASE: join(this.folder, "data"),
      RABBITMQ_LOG_BASE: this.folder,
      RABBITMQ_ENABLED_PLUGINS_FILE: join(this.folder, "plugins"),
    };
  }

  private lastLines(): string {
    const log = join(this.folder, `${this.name}.log`);
    return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-30).join("\n") : "";
  }

  /** @param lines of its configuration, beside the ports */
  configure(lines: readonly string[], isSecure: boolean): void {
    mkdirSync(this.folder);
    const [amqp, mqtt] = [`127.0.0.1:${this.amqpPort}`, `127.0.0.1:${this.mqttPort}`];
    // Without "none" it listens on 5672 and 1883 beside the others.
    const ports = isSecure
      ? [
          "listeners.tcp = none",
          `listeners.ssl.1 = ${amqp}`,
          "mqtt.listeners.tcp = none",
          `mqtt.listeners.ssl.1 = ${mqtt}`,
        ]
      : [`listeners.tcp.1 = ${amqp}`, `mqtt.listeners.tcp.1 = ${mqtt}`];
    writeFileSync(join(this.folder, "rabbitmq.conf"), [...ports, "log.console = false", ...lines, ""].join("\n"));
    writeFileSync(join(this.folder, "plugins"), "[rabbitmq_mqtt].");
  }
}

export class RabbitCluster {
  readonly nodes: RabbitNode[] = [];
  readonly environment: NodeJS.ProcessEnv;
  private epmd: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly epmdPort: number,
  ) {
    const environment = Object.entries(process.env).filter(([name]) => !/^(RABBITMQ|ERL)_/.test(name));
    this.environment = {
      ...Object.fromEntries(environment),
      HOME: folder,
      ERL_EPMD_PORT: `${epmdPort}`,
      ERL_EPMD_ADDRESS: "127.0.0.1",
      RABBITMQ_CONF_ENV_FILE: join(folder, "none"),
      // One thread each: with more they contend for the machine's cores.
      RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: "+S 1:1 -kernel inet_dist_use_interface {127,0,0,1}",
    };
  }

  /**
   * Starts `names.length` nodes, which are one cluster if there are several. Throws Error, with the end of the log, when one does
   * not start.
   * @param lines of the configuration of each, beside the ports
   * @param isSecure lines have certificates: AMQP and MQTT are spoken through TLS
   */
  static async start(names: readonly string[], lines: readonly string[], isSecure = false): Promise<RabbitCluster> {
    const cluster = new RabbitCluster(mkdtempSync(join(tmpdir(), "rabbitmq-")), await freePort());
    try {
      await cluster.begin(names, lines, isSecure);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  private async begin(names: readonly string[], lines: readonly string[], isSecure: boolean): Promise<void> {
    // What the nodes know each other by.
    writeFileSync(join(this.folder, ".erlang.cookie"), randomBytes(16).toString("hex"), { mode: 0o400 });
    const args = ["-port", `${this.epmdPort}`, "-address", "127.0.0.1"];
    this.epmd = spawn(toolPath("epmd"), args, { env: this.environment, stdio: "ignore" });
    for (const name of names) {
      const folder = join(this.folder, name);
      const node = new RabbitNode(this, name, await freePort(), await freePort(), await freePort(), folder);
      node.configure(lines, isSecure);
      this.nodes.push(node);
    }
    // The others join the first.
    for (const node of this.nodes) await node.start();
  }

  node(index: number): RabbitNode {
    const node = this.nodes[index];
    if (node === undefined) throw new Error(`there is no node ${index}`);
    return node;
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) await node.kill();
    if (this.epmd !== undefined && this.epmd.exitCode === null) {
      this.epmd.kill();
      await once(this.epmd, "exit");
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function serverScript(): string {
  return existsSync(DEBIAN) ? DEBIAN : toolPath("rabbitmq-server");
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => socket.end()).once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
  });
}
