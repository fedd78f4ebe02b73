// What decoding one message takes of the processor and of the heap: the build's own modules on the MicroPython VM.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { encodeDeliver } from "../../board-tests/models/sim800/pdu-encode.ts";
import { boardMs, weightOf } from "../../board-tests/virtual-board/processor.ts";
import type { Vm } from "../../transpiler/src/vm/index.ts";
import { type OnDevice, onDevice } from "../build/on-device.ts";
import { loadWeighingVm } from "./compiler/measure.ts";
import type { Figure } from "./figure.ts";
import { fullMessage } from "./gateway-board.ts";

const DECODING_MS_MAX = 12;
const GARBAGE_BYTES_MAX = 3_000;

const prepare = ({ module, name }: OnDevice) => `
import gc
from binascii import unhexlify
from ${module} import ${name} as decodePdu
gc.disable()
def nothing(): pass
def taken(octets):
    gc.collect()
    before = gc.mem_alloc()
    decodePdu(octets)
    return gc.mem_alloc() - before
`;

/** A text in each alphabet that fills its PDU; the second as a language with accents has it. */
const MESSAGES: readonly (readonly [string, string, string])[] = [
  ["plain", "160 plain characters", fullMessage(1)],
  ["special", "160 characters, each tenth of them special", pduOf("ein großer".repeat(16))],
  ["unicode", "70 characters of Unicode", pduOf("Ваш код 12".repeat(7))],
];

function pduOf(text: string): string {
  const [pdu = ""] = encodeDeliver({ from: "+447700900123", text, time: "2026-11-22T09:30:45+00:00" });
  return pdu;
}

/** What modules of the board the decoder's neighbours import: nothing of them is called here. */
const BOARD_MODULES = "framebuf machine network restarts socket umqtt umqtt_guard usb_console hex_guard select".split(
  " ",
);
const STUB = "def __getattr__(name):\n    return object\n";

/** @param device the build's folder for the device */
export async function measurePduDecoding(device: string): Promise<Figure[]> {
  const vm = await loadWeighingVm(weightOf);
  copyModules(vm, device, "gateway");
  for (const name of BOARD_MODULES) vm.fs.writeFile(`${name}.py`, new TextEncoder().encode(STUB));
  vm.runPython(
    "import sys, umqtt\nsys.path.insert(0, 'gateway')\nfor each in ('umqtt.simple', 'os'): sys.modules[each] = umqtt",
  );
  vm.runPython(prepare(onDevice(device, "domain/pdu/decode.ts", "decodePdu")));
  return MESSAGES.flatMap(([id, name, pdu]) => figures(vm, id, name, pdu));
}

function figures(vm: Vm, id: string, name: string, pdu: string): Figure[] {
  vm.runPython(`octets = unhexlify("${pdu}")\ndef decode(): decodePdu(octets)`);
  const instructions = instructionsOf(vm, "decode") - instructionsOf(vm, "nothing");
  return [
    {
      id: `decoding_${id}_ms`,
      name: `decoding ${name}`,
      unit: "ms",
      value: boardMs(instructions),
      target: { limit: DECODING_MS_MAX, is: "most" },
    },
    {
      id: `decoding_${id}_garbage_bytes`,
      name: "its garbage",
      unit: "bytes",
      value: vm.runPythonForNumber("", "taken(octets)"),
      target: { limit: GARBAGE_BYTES_MAX, is: "most" },
    },
  ];
}

function instructionsOf(vm: Vm, name: string): number {
  const run = vm.pythonFunction(name);
  run();
  const before = vm.instructions();
  run();
  return vm.instructions() - before;
}

function copyModules(vm: Vm, device: string, folder: string): void {
  vm.fs.mkdir(folder);
  for (const name of readdirSync(join(device, folder))) {
    const path = `${folder}/${name}`;
    if (statSync(join(device, path)).isDirectory()) copyModules(vm, device, path);
    else vm.fs.writeFile(path, readFileSync(join(device, path)));
  }
}
