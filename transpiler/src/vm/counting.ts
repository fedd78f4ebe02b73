// A VM that counts the instructions of WebAssembly that it executes: a figure of a program's work that is the same in
// every run and on every machine, C functions included. The counter goes up at the start of each straight stretch of
// code by the number of instructions in it (WebAssembly core specification, chapter 5, "Binary Format"). A function that
// is exported as vm_… is bookkeeping of the rewritten VM (make-vm.ts) and counts nothing.
import { Reader, Writer } from "./wasm-bytes.ts";

/** Name of the exported global that counts, of type i64. */
export const COUNTER = "vm_instructions";

const Section = { import: 2, global: 6, export: 7, code: 10 } as const;
/** Kinds of what is imported or exported. */
const FUNCTION = 0;
const GLOBAL = 3;
const BOOKKEEPING = "vm_";
const I64 = 0x7e;
const MUTABLE = 1;

const Opcode = { end: 0x0b, globalGet: 0x23, globalSet: 0x24, i64Const: 0x42, i64Add: 0x7c } as const;

/** Instructions before or after which code may go elsewhere, or come from elsewhere: a stretch ends with them. */
const BRANCHES: ReadonlySet<number> = new Set([
  0x00, // unreachable
  0x03, // loop
  0x04, // if
  0x05, // else
  0x0b, // end
  0x0c, // br
  0x0d, // br_if
  0x0e, // br_table
  0x0f, // return
]);

const LOOP = 0x03;
/** A loop of so many instructions, structure and moves included, counts as tight even if it calls something. */
const SHORT = 100;
/** block, loop, if */
const BLOCKS: ReadonlySet<number> = new Set([0x02, LOOP, 0x04]);
/** call, call_indirect */
const CALLS: ReadonlySet<number> = new Set([0x10, 0x11]);

/** Structure, constants and moves between locals: machine code has them in its registers. */
const FREE: ReadonlySet<number> = new Set([
  0x01,
  0x02,
  0x03,
  0x05,
  0x0b, // nop, block, loop, else, end
  0x1a,
  0x20,
  0x21,
  0x22, // drop, local.get, local.set, local.tee
  0x41,
  0x42,
  0x43,
  0x44, // const
]);

/**
 * What an instruction counts for, by its opcode.
 * @param isTight it is part of a loop that is short or calls nothing
 */
export type Weigh = (opcode: number, isTight: boolean) => number;

/** Each instruction is one, but for those that machine code does not have. */
const plain: Weigh = (opcode) => (FREE.has(opcode) ? 0 : 1);

/** What follows an opcode: `b` a byte, `n` an integer in LEB128, `v` a vector of such, digits so many bytes. */
const IMMEDIATES: Readonly<Record<number, string>> = {
  2: "n",
  3: "n",
  4: "n",
  12: "n",
  13: "n",
  14: "vn",
  16: "n",
  17: "nn",
  28: "v",
  63: "b",
  64: "b",
  65: "n",
  66: "n",
  67: "4",
  68: "8",
  208: "b",
  210: "n",
};

/** The same for what follows the prefix 0xfc, by the number that follows it. */
const PREFIXED: Readonly<Record<number, string>> = { 8: "nb", 9: "n", 10: "bb", 11: "b", 12: "nn", 13: "n", 14: "nn" };
const PREFIX = 0xfc;

/** The same module with the counter. */
export function withCounter(wasm: Uint8Array, weigh: Weigh = plain): Uint8Array<ArrayBuffer> {
  const reader = new Reader(wasm);
  const out = new Writer();
  out.copy(reader, 8);
  // The index of the new global: behind those imported and those defined, whose sections come before its uses.
  let counter = 0;
  let functions = 0;
  let uncounted: ReadonlySet<number> = new Set();
  while (!reader.atEnd) {
    const id = reader.byte();
    const content = reader.sized();
    if (id === Section.import) {
      counter += imported(content.clone(), GLOBAL);
      functions = imported(content.clone(), FUNCTION);
    }
    if (id === Section.global) counter += content.clone().integer();
    if (id === Section.export) uncounted = bookkeeping(content.clone());
    out.byte(id);
    const counted = (body: Reader, at: number) =>
      uncounted.has(functions + at) ? unchanged(body) : countedBody(body, counter, weigh);
    out.sized(rewritten(id, content, counter, counted));
  }
  return out.bytes();
}

/** A section as it becomes. */
function rewritten(
  id: number,
  content: Reader,
  counter: number,
  counted: (body: Reader, at: number) => Writer,
): Writer {
  const out = new Writer();
  if (id === Section.global) {
    out.integer(content.integer() + 1);
    out.rest(content);
    for (const byte of [I64, MUTABLE, Opcode.i64Const, 0, Opcode.end]) out.byte(byte);
  } else if (id === Section.export) {
    out.integer(content.integer() + 1);
    out.rest(content);
    out.text(COUNTER);
    out.byte(GLOBAL);
    out.integer(counter);
  } else if (id === Section.code) {
    const count = content.integer();
    out.integer(count);
    for (let i = 0; i < count; i++) out.sized(counted(content.sized(), i));
  } else out.rest(content);
  return out;
}

/** How many of a kind are imported. */
function imported(section: Reader, wanted: number): number {
  let found = 0;
  for (let left = section.integer(); left > 0; left--) {
    section.sized();
    section.sized();
    const kind = section.byte();
    if (kind === wanted) found++;
    skipImport(section, kind);
  }
  return found;
}

/** The functions that are exported as bookkeeping. */
function bookkeeping(section: Reader): Set<number> {
  const found = new Set<number>();
  for (let left = section.integer(); left > 0; left--) {
    const name = section.sized().text();
    const kind = section.byte();
    const index = section.integer();
    if (kind === FUNCTION && name.startsWith(BOOKKEEPING)) found.add(index);
  }
  return found;
}

/** The type of what is imported: a function's index, a table, a memory, or a global. */
function skipImport(section: Reader, kind: number): void {
  if (kind === FUNCTION) section.integer();
  else if (kind === GLOBAL) section.skip(2);
  else {
    if (kind === 1) section.byte();
    const hasMost = (section.byte() & 1) !== 0;
    section.integer();
    if (hasMost) section.integer();
  }
}

function unchanged(body: Reader): Writer {
  const out = new Writer();
  out.rest(body);
  return out;
}

function countedBody(body: Reader, counter: number, weigh: Weigh): Writer {
  const out = new Writer();
  const groups = body.integer();
  out.integer(groups);
  for (let i = 0; i < groups; i++) {
    out.integer(body.integer());
    out.byte(body.byte());
  }
  const loops = tightLoops(body.clone());
  while (!body.atEnd) {
    const start = body.at;
    addCount(out, stretch(body, weigh, loops), counter);
    out.slice(body, start, body.at);
  }
  return out;
}

/** Reads up to the next instruction that branches, and gives the weight of all. */
function stretch(body: Reader, weigh: Weigh, tight: ReadonlySet<number>): number {
  for (let count = 0; ; ) {
    const isTight = tight.has(body.at);
    const opcode = body.byte();
    skipImmediates(body, opcode);
    count += weigh(opcode, isTight);
    if (body.atEnd || BRANCHES.has(opcode)) return count;
  }
}

/** Where the instructions are that stand in tight loops. */
function tightLoops(body: Reader): Set<number> {
  const tight = new Set<number>();
  const open: { isLoop: boolean; calls: boolean; places: number[] }[] = [];
  while (!body.atEnd) {
    const at = body.at;
    const opcode = body.byte();
    skipImmediates(body, opcode);
    if (opcode === Opcode.end) {
      const ended = open.pop();
      const outer = open.at(-1);
      if (ended?.isLoop && (!ended.calls || ended.places.length <= SHORT))
        for (const place of ended.places) tight.add(place);
      if (ended && outer) {
        outer.calls ||= ended.calls;
        for (const place of ended.places) outer.places.push(place);
      }
      continue;
    }
    if (BLOCKS.has(opcode)) open.push({ isLoop: opcode === LOOP, calls: false, places: [] });
    const inner = open.at(-1);
    if (!inner) continue;
    inner.places.push(at);
    inner.calls ||= CALLS.has(opcode);
  }
  return tight;
}

function skipImmediates(body: Reader, opcode: number): void {
  const isMemory = opcode >= 0x28 && opcode <= 0x3e;
  const isVariable = opcode >= 0x20 && opcode <= 0x26;
  let shape = isMemory ? "nn" : isVariable ? "n" : (IMMEDIATES[opcode] ?? "");
  if (opcode === PREFIX) {
    const number = body.integer();
    shape = PREFIXED[number] ?? (number >= 15 ? "n" : "");
  }
  for (const part of shape) {
    if (part === "b") body.byte();
    else if (part === "n") body.integer();
    else if (part === "v") for (let left = body.integer(); left > 0; left--) body.integer();
    else body.skip(Number(part));
  }
}

function addCount(out: Writer, count: number, counter: number): void {
  out.byte(Opcode.globalGet);
  out.integer(counter);
  out.byte(Opcode.i64Const);
  out.signed(count);
  out.byte(Opcode.i64Add);
  out.byte(Opcode.globalSet);
  out.integer(counter);
}
