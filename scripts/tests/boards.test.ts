// Each board's wiring is one that its chip can have, is what the page on the hardware shows, and is what the gateway for it
// is built with.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MODE_SWITCH_PIN, MODEM_RESET_PIN } from "../../board-tests/models/gateway-hardware.ts";
import { DISPLAY_PINS, I2C_PINS, MODEM_PINS, UART_PINS } from "../../board-tests/virtual-board/pico-pins.ts";
import type { Wiring } from "../../firmware-ts/boards/board.ts";
import { BOARDS, type Identity } from "../../firmware-ts/boards/index.ts";
import { runOnVm } from "../../transpiler/src/vm/index.ts";
import { toBytecode } from "../build/bytecode.ts";
import { DEFAULT_BOARD, repository } from "../build/project.ts";
import { mpyCross } from "../python-tools/index.ts";
import { run } from "../python-tools/run.ts";

/** npm run build, as a process. */
const BUILD = [process.execPath, "--import", "tsx", join(repository, "scripts", "build.ts")];

/** What a chip's pins can be. */
interface Chip {
  /** Pins that the board brings out and leaves to its user. */
  readonly free: readonly number[];
  readonly uarts: readonly { readonly tx: readonly number[]; readonly rx: readonly number[] }[];
  readonly buses: readonly { readonly sda: readonly number[]; readonly scl: readonly number[] }[];
}

const upTo = (last: number) => Array.from({ length: last + 1 }, (_, n) => n);

/** GP23 to GP25 and GP29 are the radio's (Pico W datasheet, 2.1, "Pinout"). */
const PICO: Chip = { free: [...upTo(22), 26, 27, 28], uarts: UART_PINS, buses: I2C_PINS };

/**
 * Any pin can be any signal (ESP32-C3 technical reference manual, "GPIO Matrix"). Of those that the XIAO brings out, 2, 8 and 9
 * choose how the chip starts, and 20 and 21 are UART0 with the boot ROM's messages and a second prompt of MicroPython.
 */
const XIAO_FREE = [3, 4, 5, 6, 7, 10];
const XIAO: Chip = {
  free: XIAO_FREE,
  uarts: [
    { tx: [], rx: [] },
    { tx: XIAO_FREE, rx: XIAO_FREE },
  ],
  buses: [{ sda: XIAO_FREE, scl: XIAO_FREE }],
};

const CHIPS: Record<Identity["chip"], Chip> = { rp2040: PICO, rp2350: PICO, esp32c3: XIAO };

/** The wiring that the board's file of firmware-ts/start hands over. */
async function wiringOf(name: string): Promise<Wiring> {
  const text = readFileSync(join(repository, "firmware-ts", "start", `${name}.ts`), "utf8");
  const wiring = /from "\.\.\/boards\/wiring\/([a-z0-9-]+)\.ts"/.exec(text)?.[1];
  return (await import(`../../firmware-ts/boards/wiring/${wiring}.ts`)) as Wiring;
}

const pinsOf = ({ MODEM_TX, MODEM_RX, MODEM_RESET, DISPLAY_SDA, DISPLAY_SCL, MODE_SWITCH }: Wiring) => [
  MODEM_TX,
  MODEM_RX,
  MODEM_RESET,
  DISPLAY_SDA,
  DISPLAY_SCL,
  MODE_SWITCH,
];

/** What is wrong with a wiring, a sentence each. */
function wrongWith(wiring: Wiring, chip: Chip): string[] {
  const pins = pinsOf(wiring);
  const uart = chip.uarts[wiring.UART];
  const bus = chip.buses[wiring.I2C];
  const can = (what: string, pin: number, pinsThatCan: readonly number[] = []) =>
    pinsThatCan.includes(pin) ? [] : [`${pin} cannot be ${what}`];
  return [
    ...pins.filter((pin) => !chip.free.includes(pin)).map((pin) => `${pin} is not free`),
    ...pins.filter((pin, n) => pins.indexOf(pin) !== n).map((pin) => `${pin} stands twice`),
    ...can(`TX of UART${wiring.UART}`, wiring.MODEM_TX, uart?.tx),
    ...can(`RX of UART${wiring.UART}`, wiring.MODEM_RX, uart?.rx),
    ...can(`SDA of I2C${wiring.I2C}`, wiring.DISPLAY_SDA, bus?.sda),
    ...can(`SCL of I2C${wiring.I2C}`, wiring.DISPLAY_SCL, bus?.scl),
  ];
}

describe.each(BOARDS)("$title", ({ name, title, chip, isTried }) => {
  test("has each part at a pin of its own, which can be what it must be", async () => {
    expect(wrongWith(await wiringOf(name), CHIPS[chip])).toEqual([]);
  });

  test("is wired in docs/hardware.md as in the program", async () => {
    const page = readFileSync(join(repository, "docs", "hardware.md"), "utf8");
    const [main = "", ...others] = page.split(/^##+ (?=Other boards$|Raspberry|Seeed)/m);
    const section = name === DEFAULT_BOARD.name ? main : others.find((text) => text.startsWith(`${title}\n`));
    const { UART, I2C, ...pins } = await wiringOf(name);
    const gpio = (pin: number) => (chip === "esp32c3" ? `GPIO${pin}` : `GP${pin}`);
    for (const what of [
      `${gpio(pins.MODEM_TX)}, UART${UART} TX`,
      `${gpio(pins.MODEM_RX)}, UART${UART} RX`,
      gpio(pins.MODEM_RESET),
      `${gpio(pins.DISPLAY_SDA)}, I2C${I2C} SDA`,
      `${gpio(pins.DISPLAY_SCL)}, I2C${I2C} SCL`,
      gpio(pins.MODE_SWITCH),
    ])
      expect(section).toMatch(new RegExp(`^\\|[^|]*\\b${what}\\b[^|]*\\|`, "m"));
    if (!isTried && name !== DEFAULT_BOARD.name) expect(section).toContain("Not tried on hardware");
  });
});

test("the virtual board is wired as the gateway for a Pico W", async () => {
  const wiring = await wiringOf("pico-w");
  expect({ tx: wiring.MODEM_TX, rx: wiring.MODEM_RX }).toEqual(MODEM_PINS);
  expect({ sda: wiring.DISPLAY_SDA, scl: wiring.DISPLAY_SCL }).toEqual(DISPLAY_PINS);
  expect([wiring.MODEM_RESET, wiring.MODE_SWITCH]).toEqual([MODEM_RESET_PIN, MODE_SWITCH_PIN]);
});

describe("a wiring that no chip can have is noticed", () => {
  const wrong: [string, Partial<Wiring>, string[]][] = [
    ["a pin that stands twice", { MODE_SWITCH: 26 }, ["26 stands twice"]],
    ["a pin of the radio", { MODEM_RESET: 25 }, ["25 is not free"]],
    [
      "TX and RX the wrong way round",
      { MODEM_TX: 17, MODEM_RX: 16 },
      ["17 cannot be TX of UART0", "16 cannot be RX of UART0"],
    ],
    ["pins of the other bus", { I2C: 0 }, ["14 cannot be SDA of I2C0", "15 cannot be SCL of I2C0"]],
    ["a UART that is not there", { UART: 2 }, ["16 cannot be TX of UART2", "17 cannot be RX of UART2"]],
  ];
  test.each(wrong)("%s", async (_what, change, sentences) => {
    expect(wrongWith({ ...(await wiringOf("pico-w")), ...change }, PICO)).toEqual(sentences);
  });
});

test("a name that no board has is answered with the names that there are", async () => {
  expect(await run([...BUILD, "--board", "pico"])).toEqual({
    status: 2,
    stdout: "",
    stderr: "--board pico: there is no such board. There are pico-w, pico-2-w, xiao-esp32c3.\n",
  });
});

test("the figures are written for the usual board alone", async () => {
  const { status, stderr } = await run([...BUILD, "--figures", "--board", "pico-2-w"]);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "The figures are those of the pico-w: type npm run build -- --figures.\n",
  });
});

test("the RP2040 and the RP2350 differ in the address of the watchdog alone", () => {
  const code = (chip: Identity["chip"]) => chipFile(chip).replace(/#.*\n/g, "\n");
  expect(code("rp2350")).toBe(code("rp2040").replaceAll("0x40058", "0x400D8"));
});

/** MicroPython's RTC memory and radio, as far as chip.py uses them. */
const ESP32: Record<string, string> = {
  "machine.py": `class RTC:
    kept = b"older"
    def memory(self, data=None):
        if data is None:
            return RTC.kept
        RTC.kept = data
`,
  "network.py": `STA_IF = 0
class WLAN:
    def __init__(self, interface):
        self.interface = interface
    def config(self, **options):
        print(self.interface, options)
`,
};

test("an ESP32 is marked for one restart, and its radio leaves joining to the gateway", async () => {
  const main = `import chip
print(chip.take_mark())
chip.leave_mark(4)
print(chip.take_mark(), chip.take_mark())
chip.prepare()
`;
  const [mpy = Buffer.alloc(0)] = await toBytecode(await mpyCross(), [{ path: "chip.py", text: chipFile("esp32c3") }]);
  const { stdout, error } = await runOnVm({ files: { ...ESP32, "chip.mpy": mpy, "main.py": main } });
  expect({ stdout, error }).toEqual({ stdout: "0\n4 0\n0 {'reconnects': 0}\n", error: null });
});

function chipFile(chip: Identity["chip"]): string {
  return readFileSync(join(repository, "runtime-py", "chips", chip, "chip.py"), "utf8");
}
