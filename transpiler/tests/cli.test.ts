// The command line by what its users type: exit codes, what goes to which stream, and a sentence for every mistake.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { optionNames } from "../src/cli/arguments.ts";
import { HELP } from "../src/cli/help.ts";
import type { Host } from "../src/cli/host.ts";
import { main } from "../src/cli/main.ts";
import { analyse, compile } from "../src/compile.ts";
import { InternalError } from "../src/diagnostics/internal-error.ts";
import { runOnVm } from "../src/vm/index.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "ts2mpy-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Types a command in a folder that holds `files`. */
async function type(command: string, files: Record<string, string> = {}, more: Partial<Host> = {}): Promise<Outcome> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const written = { stdout: "", stderr: "" };
  const host: Host = {
    cwd,
    stdout: (text) => {
      written.stdout += text;
    },
    stderr: (text) => {
      written.stderr += text;
    },
    stdin: async () => "",
    terminal: false,
    colour: false,
    analyse: async (options) => analyse(options),
    compile: async (options) => compile(options),
    runOnVm,
    ...more,
  };
  const code = await main(command.split(" ").filter(Boolean), host);
  return { code, ...written };
}

const good = 'import { greet } from "./greet.ts";\nconsole.log(greet("Pico"));\n';
const greet = 'export function greet(name: string): string {\n  return "Hello, " + name + "!";\n}\n';
const bad = "const half = [1, 2].length / 2;\nconsole.log(half);\n";
const failing = 'function fail(n: number): void {\n  console.log(n);\n  throw new Error("on purpose");\n}\nfail(1);\n';

describe("check", () => {
  it("says nothing about programs that can be compiled", async () => {
    expect(await type("check good.ts greet.ts", { "good.ts": good, "greet.ts": greet })).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
  });

  it("says on stdout what is refused and what to write instead, and ends with 1", async () => {
    const { code, stdout, stderr } = await type("check bad.ts", { "bad.ts": bad });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toMatch(/^bad\.ts:1:14 - error TP3002: .*\n {2}Write Math\.floor.*\n1 error in 1 file\.\n$/);
  });

  it("says what two programs share once", async () => {
    const user = 'import { half } from "./bad.ts";\nconsole.log(half);\n';
    const files = { "bad.ts": bad.replace("const", "export const"), "one.ts": user, "two.ts": user };
    expect((await type("check one.ts two.ts", files)).stdout).toContain("1 error in 1 file.");
  });

  it("reports TypeScript's own errors in the same form", async () => {
    const { code, stdout } = await type("check a.ts", { "a.ts": 'const n: number = "one";\n' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.ts:1:7 - error TS2322: /);
  });

  it("shows the source with --pretty or on a terminal", async () => {
    expect((await type("check bad.ts --pretty", { "bad.ts": bad })).stdout).toContain("~~~");
    expect((await type("check bad.ts", { "bad.ts": bad }, { terminal: true })).stdout).toContain("~~~");
  });

  it("shows none with --pretty false, as tsc spells it, and its like", async () => {
    for (const plain of ["--pretty false", "--pretty=false", "--no-pretty"]) {
      const { code, stdout } = await type(`check ${plain} bad.ts`, { "bad.ts": bad }, { terminal: true });
      expect({ code, pretty: stdout.includes("~~~") }).toEqual({ code: 1, pretty: false });
    }
    expect((await type("check --pretty true bad.ts", { "bad.ts": bad })).stdout).toContain("~~~");
  });

  it("gives JSON, also when there is nothing to say", async () => {
    const parsed = JSON.parse((await type("check bad.ts --json", { "bad.ts": bad })).stdout);
    expect(parsed).toMatchObject({
      version: 1,
      diagnostics: [{ code: "TP3002", file: "bad.ts", line: 1, column: 14 }],
    });
    expect((await type("check good.ts --json", { "good.ts": good, "greet.ts": greet })).stdout).toBe(
      '{"version":1,"diagnostics":[]}\n',
    );
  });
});

describe("build", () => {
  it("writes what goes on the board, and nothing else there", async () => {
    const { code, stdout } = await type("build good.ts --out device --maps maps", {
      "good.ts": good,
      "greet.ts": greet,
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const device = (path: string) => readFileSync(join(cwd, "device", path), "utf8");
    const files = {
      "main.py": device("main.py"),
      "app/good.py": device("app/good.py"),
      "app/greet.py": device("app/greet.py"),
    };
    expect((await runOnVm({ files })).stdout).toBe("Hello, Pico!\n");
    expect(existsSync(join(cwd, "device/app/good.py.map"))).toBe(false);
    expect(JSON.parse(readFileSync(join(cwd, "maps/app/greet.py.map"), "utf8"))).toMatchObject({
      file: "app/greet.py",
    });
  });

  it("names the package as asked", async () => {
    await type("build good.ts --out device --package door_bell", { "good.ts": good, "greet.ts": greet });
    expect(existsSync(join(cwd, "device/door_bell/good.py"))).toBe(true);
  });

  it("writes nothing for a program that is refused", async () => {
    expect((await type("build bad.ts --out device", { "bad.ts": bad })).code).toBe(1);
    expect(existsSync(join(cwd, "device"))).toBe(false);
  });
});

describe("run", () => {
  it("prints what the program prints, as it prints it", async () => {
    const { code, stdout, stderr } = await type("run good.ts", { "good.ts": good, "greet.ts": greet });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "Hello, Pico!\n", stderr: "" });
  });

  it("ends with 2 and a traceback in TypeScript lines when the program fails", async () => {
    const { code, stdout, stderr } = await type("run failing.ts", { "failing.ts": failing });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "1\n" });
    expect(stderr).toMatch(
      /^Traceback .*\n(.*\n)* {2}failing\.ts:5:1 in <module>\n {2}failing\.ts:3:3 in fail\nError: on purpose\n$/,
    );
  });

  it("ends with 1 and runs nothing when the program is refused", async () => {
    const runs = { runOnVm: () => Promise.reject(new Error("must not run")) };
    expect((await type("run bad.ts", { "bad.ts": bad }, runs)).code).toBe(1);
  });
});

describe("explain", () => {
  const text = `export function third(bytes: Uint8Array, at: u8): number {
  const low = at % 3;
  const far = at * 40_000_000;
  return (bytes[low] ^ at) + (far % 7);
}
const text = "abc";
console.log(third(new Uint8Array(9), 7), text.charCodeAt(9));
`;
  const lines = (stdout: string) => stdout.split("\n").map((line) => line.trim().replace(/ +/g, " "));

  it("says what is proven, what that saves, what is boxed and where the program may stop", async () => {
    const { code, stdout } = await type("explain a.ts", { "a.ts": text });
    expect(code).toBe(0);
    expect(lines(stdout)).toEqual(
      expect.arrayContaining([
        "a.ts:2 const low = at % 3;",
        "at % 3 is an integer: 0 to 2",
        "at % 3 needs Python's own %: neither side is negative",
        "at * 40_000_000 boxed may pass 2^30: such a value takes 16 bytes of the heap",
        "bytes[low] needs no check of the index: it is not negative",
        "bytes[low] stops if the index lies past the end",
        "bytes[low] ^ at needs no wrap to 32 bits: the operands fit",
        "text is a text of ASCII",
        "text.charCodeAt(9) needs Python's own ord()",
        "text.charCodeAt(9) stops if the index lies past the end",
      ]),
    );
  });

  it("of one line alone, when it is named", async () => {
    const { stdout } = await type("explain a.ts:2", { "a.ts": text });
    expect(lines(stdout).filter((line) => line.startsWith("a.ts:"))).toEqual(["a.ts:2 const low = at % 3;"]);
  });

  it("of a module of a larger program", async () => {
    const files = { "good.ts": good, "greet.ts": greet };
    const { code, stdout } = await type("explain greet.ts --entry good.ts", files);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("greet.ts:") });
    const { stderr } = await type("explain a.ts --entry good.ts", { ...files, "a.ts": text });
    expect(stderr).toBe("ts2mpy: a.ts is no module of the program that good.ts starts.\n");
  });

  it("gives the notes as JSON, and the refusals of a program that is refused", async () => {
    const { notes } = JSON.parse((await type("explain a.ts --json", { "a.ts": text })).stdout);
    expect(notes).toContainEqual({
      kind: "value",
      line: 2,
      column: 15,
      source: "at % 3",
      text: "an integer: 0 to 2",
    });
    expect((await type("explain bad.ts", { "bad.ts": bad })).code).toBe(1);
  });
});

describe("trace", () => {
  const log = 'boot\r\n  File "app/failing.py", line 6, in fail\r\nError: on purpose\r\n';

  it("finds in a device's log the lines of the TypeScript", async () => {
    await type("build failing.ts --out device --maps maps", { "failing.ts": failing });
    const expected = "boot\r\n  failing.ts:3:3 in fail\r\nError: on purpose\r\n";
    expect((await type("trace --maps maps log.txt", { "log.txt": log })).stdout).toBe(expected);
    expect((await type("trace --maps maps", {}, { stdin: async () => log })).stdout).toBe(expected);
  });

  it("takes the maps of the build that the log names", async () => {
    await type("build failing.ts --out device --maps dist/maps/0123456789ab", { "failing.ts": failing });
    const named = `gateway build 0123456789ab\n${log}`;
    const { stdout, stderr } = await type("trace log.txt", { "log.txt": named });
    expect(stdout).toContain("  failing.ts:3:3 in fail");
    expect(stderr).toBe("");
  });

  it("shows no lines of another build, and says so", async () => {
    await type("build failing.ts --out device --maps dist/maps/0123456789ab", { "failing.ts": failing });
    const { stdout, stderr } = await type("trace log.txt", { "log.txt": `build ba9876543210\n${log}` });
    expect(stdout).toContain('  File "app/failing.py", line 6, in fail');
    expect(stderr).toContain("ts2mpy: There are no maps of build ba9876543210");
  });

  it("takes the newest build's maps for a log that names none, and says so", async () => {
    await type("build failing.ts --out device --maps dist/maps/0123456789ab", { "failing.ts": failing });
    const { stdout, stderr } = await type("trace log.txt", { "log.txt": log });
    expect(stdout).toContain("  failing.ts:3:3 in fail");
    expect(stderr).toBe("ts2mpy: The log names no build: its lines are shown as those of the newest, 0123456789ab.\n");
  });
});

describe("a wrong command line ends with 2 and a sentence on stderr", () => {
  it.each([
    ["", "Say what to do: check, build, run, explain, trace. --help explains them."],
    ["frobnicate", "There is no command frobnicate; there are check, build, run, explain, trace."],
    ["check", "check takes at least one FILE.ts."],
    ["run a.ts b.ts", "run takes one ENTRY.ts."],
    ["check --frob a.ts", "Unknown option '--frob'."],
    ["build good.ts --out", "Option '--out <value>' argument missing."],
    ["build good.ts", "build needs --out DIR."],
    ["run good.ts --out x", "run has no option --out."],
    ["build good.ts --out x --package 1st", "1st cannot be a Python package: use a-z, 0-9 and _, a letter first."],
    ["check none.ts", "none.ts does not exist."],
    ["check folder", "folder is a folder: name the .ts file in it that starts the program."],
    ["check notes.txt", "notes.txt is not a TypeScript file: its name must end in .ts."],
    ["check types.d.ts", "types.d.ts has declarations only: there is no code to compile."],
    ["check notes.txt/a.ts", "notes.txt/a.ts lies below a file, not a folder."],
    ["check good.ts --ambient notes.txt", "notes.txt is a file, not a folder."],
    ["build good.ts --out notes.txt", "notes.txt/main.py is a file, not a folder."],
    ["trace --maps none", "none does not exist."],
  ])("ts2mpy %s", async (command, sentence) => {
    mkdirSync(join(cwd, "folder"));
    const files = { "good.ts": "console.log(1);\n", "notes.txt": "", "types.d.ts": "" };
    expect(await type(command, files)).toEqual({ code: 2, stdout: "", stderr: `ts2mpy: ${sentence}\n` });
  });
});

describe("--help", () => {
  it("goes to stdout and names every option", async () => {
    const { code, stdout } = await type("run --help");
    expect({ code, stdout }).toEqual({ code: 0, stdout: HELP });
    for (const name of optionNames) expect(HELP).toContain(`--${name}`);
  });
});

describe("a failure of the compiler itself", () => {
  const fail = (file?: string) => async (): Promise<never> => {
    throw new InternalError("a star outside a call", { start: 7, end: 9 }, file);
  };
  const report = "This is a fault of ts2mpy, not of your program. Please report";

  it("says so, with the line to report, and ends with 3", async () => {
    const outcome = await type("check a.ts", { "a.ts": "f(1);\n  g(*b);\n" }, { compile: fail(join(cwd, "a.ts")) });
    const sentence = "ts2mpy: the compiler itself failed at a.ts:2:2: a star outside a call\n  g(*b);\n";
    const stderr = `${sentence}${report} this line and what it says with --stack.\n`;
    expect(outcome).toEqual({ code: 3, stdout: "", stderr });
  });

  it("asks for the whole source where the line is not known", async () => {
    const { stderr } = await type("check a.ts", { "a.ts": "" }, { compile: fail() });
    expect(stderr).toMatch(/^ts2mpy: the compiler itself failed: a star outside a call\n.* the source of a\.ts and /);
  });

  it("shows where in the compiler when asked", async () => {
    const { stderr } = await type("check a.ts --stack", { "a.ts": "" }, { compile: fail() });
    expect(stderr).toMatch(/\n {4}at .*cli\.test\.ts/);
  });
});

describe("the installed command", () => {
  const bin = fileURLToPath(new URL("../bin/ts2mpy.mjs", import.meta.url));

  it("works from any folder and hands the exit code to the shell", () => {
    writeFileSync(join(cwd, "failing.ts"), failing);
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "run", "failing.ts"], {
      cwd,
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "1\n" });
    expect(stderr).toContain("failing.ts:3:3 in fail");
  });
});
