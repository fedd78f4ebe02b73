// umqtt.simple as its authors published it: the newest version in the package index, byte for byte.
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readTarGz } from "./archives.ts";
import { cached } from "./cache.ts";
import { findPython, readPipSettings } from "./pip.ts";
import { run } from "./run.ts";
import { sha256 } from "./sha256.ts";
import { ToolError } from "./tool-error.ts";
import { cachedWheels } from "./wheels.ts";

export const UMQTT_PIN = {
  project: "micropython-umqtt.simple",
  filename: "micropython-umqtt.simple-1.3.4.tar.gz",
  sha256: "b6a2520239e3992c63a7de9370ee9b3d9d27819a90359c521f1c0f7ccab8d12f",
  member: "micropython-umqtt.simple-1.3.4/umqtt/simple.py",
  memberSha256: "8555d2f654deb8eb0d724f79b0811a78cc94029d070f3d96bbd74288653d63a5",
} as const;

export interface UmqttSource {
  /** umqtt/simple.py, unmodified. */
  readonly text: string;
  readonly sha256: string;
}

/** The source of umqtt.simple; fetched when the cache lacks it. Throws a ToolError when that fails. */
export async function umqttSource(): Promise<UmqttSource> {
  const [archive = ""] = await cached({
    name: `umqtt-${UMQTT_PIN.sha256.slice(0, 16)}`,
    wanted: [[UMQTT_PIN.sha256]],
    fetch: fetchArchive,
  });
  const member = readTarGz(readFileSync(archive), UMQTT_PIN.member);
  if (member === undefined || sha256(member) !== UMQTT_PIN.memberSha256) {
    throw new Error(`${UMQTT_PIN.filename} does not hold the pinned ${UMQTT_PIN.member}`);
  }
  return { text: member.toString("utf8"), sha256: UMQTT_PIN.memberSha256 };
}

async function fetchArchive(folder: string): Promise<void> {
  const [python, wheels, settings] = await Promise.all([findPython(), cachedWheels("pypi-simple"), readPipSettings()]);
  const script = fileURLToPath(new URL("fetch_sdist.py", import.meta.url));
  const { project, filename } = UMQTT_PIN;
  const outcome = await run([...python, script, project, filename, join(folder, filename)], {
    ...process.env,
    // Pure Python runs from the wheels as they are: Python imports from zip files.
    PYTHONPATH: wheels.join(delimiter),
    ...(settings.index && { SMS_GATEWAY_INDEX: settings.index }),
    ...(settings.cert && { REQUESTS_CA_BUNDLE: settings.cert }),
  });
  if (outcome.status !== 0) throw new ToolError(fetchFailure(outcome.stderr));
}

function fetchFailure(stderr: string): string {
  const lastLine = stderr.trimEnd().split(/\r?\n/).at(-1) || "no reason given";
  return (
    `${UMQTT_PIN.filename} could not be fetched from the package index: ${lastLine}\n` +
    "  This machine may be offline or behind a proxy, or the index that pip is configured with may lack the file.\n" +
    "  To see whether the index answers, type: python3 -m pip download --no-deps pypi-simple"
  );
}
