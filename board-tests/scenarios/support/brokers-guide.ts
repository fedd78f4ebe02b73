// docs/brokers.md as its reader follows it: its commands are run, its configuration is mosquitto's, its settings are the board's.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { toolPath } from "../../support/require-tool.ts";

const DOCS = fileURLToPath(new URL("../../../docs/", import.meta.url));
/** What stands there for a password. */
const PASSWORD_MARK = "…";
export const PASSWORD = "a good password";

/** The blocks of a section, by their language. */
export function blocksOf(
  title: string,
  language: "sh" | "text" | "json" | "js" | "python",
  page = "brokers.md",
): string[] {
  const text = readFileSync(join(DOCS, page), "utf8");
  const section = text.split(/^## /m).find((each) => each.startsWith(`${title}\n`));
  if (section === undefined) throw new Error(`docs/${page} has no section "${title}"`);
  return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, kind, body = ""]) =>
    kind === language ? [body] : [],
  );
}

/** The arguments of each command of a section that begins so, with a password in its place. */
export function commandsIn(title: string, beginning: string, page?: string): string[][] {
  const lines = blocksOf(title, "sh", page).join("").split("\n");
  return lines.flatMap((line) => {
    if (!line.startsWith(`${beginning} `)) return [];
    const words = line.slice(beginning.length).match(/'[^']*'|\S+/g) ?? [];
    return [words.map((word) => word.replaceAll("'", "").replace(PASSWORD_MARK, PASSWORD))];
  });
}

/** The settings that concern the broker. */
export function brokerSettingsIn(title: string): Record<string, unknown> {
  const settings = JSON.parse(blocksOf(title, "json")[0] ?? "{}") as Record<string, unknown>;
  const ours = Object.entries(settings).filter(([key]) => key.startsWith("broker_"));
  return Object.fromEntries(ours.map(([key, value]) => [key, value === PASSWORD_MARK ? PASSWORD : value]));
}

/** The folder of somebody who follows the guide, until the test ends. */
export class GuideFolder {
  readonly path = mkdtempSync(join(tmpdir(), "brokers-"));

  constructor() {
    onTestFinished(() => rmSync(this.path, { recursive: true }));
  }

  /** Runs a section's openssl commands; what is for the guide's address is for this machine's, too. */
  makeCertificates(title: string): void {
    const commands = blocksOf(title, "sh")
      .join("")
      .split("\n")
      .filter((line) => /^(openssl|echo) /.test(line));
    const input = commands.join("\n").replace("IP:192.168.1.10", "IP:192.168.1.10,IP:127.0.0.1");
    execFileSync("sh", ["-e"], { cwd: this.path, input, stdio: ["pipe", "ignore", "ignore"] });
  }

  /** mosquitto's lines of a section, but for its port; its files lie here, and mosquitto's own user may read them. */
  configuration(title: string, page?: string, users: readonly string[] = ["gateway"]): string[] {
    const [conf = "", acl = ""] = blocksOf(title, "text", page);
    writeFileSync(join(this.path, "gateway.acl"), acl);
    const passwords = join(this.path, "passwords");
    writeFileSync(passwords, "");
    for (const user of users)
      execFileSync(toolPath("mosquitto_passwd"), ["-b", passwords, user, PASSWORD], { stdio: "ignore" });
    chmodSync(this.path, 0o755);
    for (const name of readdirSync(this.path)) chmodSync(join(this.path, name), 0o644);
    const here = conf.replaceAll(/\/etc\/mosquitto\/(certs\/)?/g, `${this.path}/`);
    return here.split("\n").filter((line) => line !== "" && !line.startsWith("listener "));
  }

  /** A section's configuration of RabbitMQ, but for its listeners, with the certificates that lie here. */
  rabbitConfiguration(title: string, page?: string): string[] {
    const lines =
      blocksOf(title, "text", page)[0]?.replaceAll("/etc/rabbitmq/certs/", `${this.path}/`).split("\n") ?? [];
    return lines.filter((line) => line !== "" && !line.includes("listeners."));
  }

  pem(name: string): string {
    return readFileSync(join(this.path, name), "utf8");
  }

  /** A certificate and its key. */
  identity(name: string) {
    const [certFile, keyFile] = [join(this.path, `${name}.crt`), join(this.path, `${name}.key`)];
    return { certFile, keyFile, cert: this.pem(`${name}.crt`), key: this.pem(`${name}.key`) };
  }
}
