// What this computer needs before a board comes into it.
import { inputsDigest } from "../build/inputs.ts";
import { readManifest } from "../build/manifest.ts";
import { DEFAULT_BOARD, type Project } from "../build/project.ts";
import { findMpremote, type Mpremote } from "../device/mpremote.ts";
import { findPython, mpyCross } from "../python-tools/index.ts";
import { run } from "../python-tools/run.ts";
import { bad, type Check, fromSentence, good, note } from "./check.ts";

const NODE_MIN = [20, 19] as const;

export function checkNode(version = process.versions.node): Check {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isRecent = major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
  if (isRecent) return good("node", `Node ${version}`);
  return bad("node", `Node ${version} is too old.`, `Install Node ${NODE_MIN.join(".")} or newer.`);
}

export async function checkPython(): Promise<Check> {
  try {
    const { stdout, stderr } = await run([...(await findPython()), "--version"]);
    return good("python", (stdout || stderr).trim());
  } catch (error) {
    return fromSentence("python", (error as Error).message);
  }
}

export async function checkPipx(): Promise<Check> {
  const { status, stdout } = await run(["pipx", "--version"]);
  if (status === 0) return good("pipx", `pipx ${stdout.trim()}`);
  return note(
    "pipx",
    "pipx is not installed.",
    "Needed only where mpremote and pip are missing: sudo apt-get install pipx",
  );
}

const ORIGINS: Readonly<Record<Mpremote["origin"], string>> = {
  installed: "installed",
  pipx: "run by pipx",
  wheels: "fetched by pip",
};

export async function checkMpremote(): Promise<{ check: Check; mpremote: Mpremote | null }> {
  try {
    const mpremote = await findMpremote();
    return { check: good("mpremote", `mpremote ${mpremote.version}, ${ORIGINS[mpremote.origin]}`), mpremote };
  } catch (error) {
    return { check: fromSentence("mpremote", (error as Error).message), mpremote: null };
  }
}

export async function checkMpyCross(): Promise<Check> {
  try {
    const { status, stdout, stderr } = await run([await mpyCross(), "--version"]);
    const version = /mpy-cross emitting mpy \S+|v\d+\.\d+\S*/.exec(stdout)?.[0] ?? "";
    if (status === 0) return good("mpy-cross", `mpy-cross ${version}`.trim());
    return bad("mpy-cross", `mpy-cross does not run here: ${stderr.trim()}`, "npm run build says more.");
  } catch (error) {
    return fromSentence("mpy-cross", (error as Error).message);
  }
}

export function checkBuild(project: Project): Check {
  const manifest = readManifest(project.dist);
  if (manifest === undefined) return bad("build", "Nothing was built yet.", "npm run build");
  const { name } = project.board ?? DEFAULT_BOARD;
  if (manifest.board !== name)
    return bad("build", `Build ${manifest.build} is for the ${manifest.board}.`, `npm run build -- --board ${name}`);
  if (manifest.inputs === inputsDigest(project)) return good("build", `Build ${manifest.build}, of these very sources`);
  return note("build", `Build ${manifest.build} is older than the sources.`, "npm run build, then npm run flash");
}
