// Makes micropython.wasm from the npm package's WebAssembly: the same MicroPython, but one that collects garbage while
// Python runs and whose heap has a hard end, as on a microcontroller. The published build, made for a browser's event
// loop, collects only when control returns to JavaScript and otherwise lets its heap grow to 2 GB. Beside that it can be
// stopped from outside in an endless loop, it tells how deep Python's calls went, and close() of a file raises what goes
// wrong, as on a board, where the published build says nothing.
//
// Its floating-point numbers are the board's, of 32 bits: every result is rounded to one, which for + - * / and the square
// root of such numbers is what arithmetic of 32 bits gives. (Their texts keep the digits of 64 bits.)
//
// What it offers beyond the package's exports (load.ts is their one user):
//   import env.vm_pending         called whenever the bytecode loop finds that something is pending
//   global vm_sched_state         address of MicroPython's 16-bit sched_state: 1 idle; setting it to 0 makes something pend
//   global vm_stack_limit         bytes of C stack after which a call is a RuntimeError; to be set before mp_js_init
//   global vm_depth, vm_depth_max Python frames now, and at most so far
//   vm_execute_bytecode           no function to call: what runs once a Python frame, and is no work of a board (counting.ts)
//   global vm_stack_low           the lowest address that the C stack had when a Python frame began,
//   global vm_stack_low_depth     and the number of Python frames then
//
//   npx tsx transpiler/vm/make-vm.ts        writes micropython.wasm and vm.json beside this file
//
// The functions to change carry no names in the published file, so each patch finds its place by the shape of the code
// around it and throws when that shape is not there. The shapes are those of 1.29.0-6: another version needs another look.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";

const PACKAGE = "@micropython/micropython-webassembly-pyscript";
const VERSION = "1.29.0-6";
const INPUT_SHA256 = "d5913c9327072e71d3e7a2e9384ea326f7d784bcc2f50a01b602c52bd2bdcafd";

/** What vm.json records: where micropython.wasm came from and what it must be. */
export interface VmRecord {
  package: string;
  version: string;
  inputSha256: string;
  outputSha256: string;
}

/** The functions of MicroPython's collector, by their numbers in the published file. */
interface Collector {
  collectPendingFlag: string;
  collectStart: string;
  collectRoot: string;
  collectEnd: string;
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The published WebAssembly, checked against the hash that the patches were written for. */
export function publishedWasm(): Uint8Array {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(`${PACKAGE}/micropython.wasm`));
  const hash = sha256(bytes);
  if (hash !== INPUT_SHA256)
    throw new Error(`${PACKAGE}: micropython.wasm has the hash ${hash}, not that of ${VERSION}`);
  return bytes;
}

/**
 * Rewrites the published WebAssembly; the same input gives the same bytes.
 * @param tellFrames for a profile: the imports env.vm_enter (with the address of its code_state) and env.vm_leave are
 * called as a Python frame begins and ends. The VM of the repository does not.
 */
export function makeVm(published: Uint8Array, { tellFrames = false } = {}): Uint8Array {
  let text = textOf(published);
  text = collectForReal(text);
  text = neverGrowTheHeap(text);
  text = callOutWhenPending(text);
  text = watchTheDepth(text, tellFrames);
  text = giveOutTheStackLimit(text);
  text = tellOfAFailedClose(text);
  text = roundEveryFloat(text);
  text = nameTheStackPointer(text);
  return spillPointersAndEmit(text);
}

function textOf(wasm: Uint8Array): string {
  const module = binaryen.readBinary(wasm);
  const text = module.emitText();
  module.dispose();
  return text;
}

function find(text: string, what: string, pattern: RegExp): RegExpExecArray {
  const found = pattern.exec(text);
  if (!found) throw new Error(`make-vm: did not find ${what}; is this ${PACKAGE} ${VERSION}?`);
  return found;
}

/**
 * gc_collect() of the published file only notes that a collection is wanted. It becomes a real conservative collection:
 * gc_collect_start, gc_collect_root over the C stack from the stack pointer to its base, gc_collect_end.
 */
function collectForReal(text: string): string {
  const collector = findCollector(text);
  const stackBase = find(text, "the stack pointer", /\(global \$global\$0 \(mut i32\) \(i32\.const (\d+)\)\)/)[1];
  const noteOnly = new RegExp(
    `\\(func \\$(\\d+)\\s+\\(i32\\.store8 offset=${collector.collectPendingFlag}\\s+\\(i32\\.const 0\\)\\s+\\(i32\\.const 1\\)\\s+\\)\\s+\\)`,
  );
  const gcCollect = find(text, "gc_collect", noteOnly);
  const stackPointer = "(global.get $global$0)";
  const stackWords = `(i32.shr_u (i32.sub (i32.const ${stackBase}) ${stackPointer}) (i32.const 2))`;
  return text.replace(
    gcCollect[0],
    `(func $${gcCollect[1]}
      (call $${collector.collectStart})
      (call $${collector.collectRoot} ${stackPointer} ${stackWords})
      (call $${collector.collectEnd}))`,
  );
}

/** gc_collect_top_level is the one function that clears the pending flag and then calls start, root and end in a row. */
function findCollector(text: string): Collector {
  const topLevel = new RegExp(
    [
      /\(i32\.store8 offset=(\d+)\s+\(i32\.const 0\)\s+\(i32\.const 0\)\s+\)\s+/, // pending = false
      /\(call \$(\d+)\)\s+/, // gc_collect_start()
      /\(call \$(\d+)\s+\(i32\.add\s+\(local\.get \$\d+\)\s+\(i32\.const \d+\)\s+\)\s+\(i32\.const 1\)\s+\)\s+/, // gc_collect_root(&x, 1)
      /\(call \$(\d+)\)/, // gc_collect_end()
    ]
      .map((part) => part.source)
      .join(""),
  );
  const [, collectPendingFlag, collectStart, collectRoot, collectEnd] = find(text, "gc_collect_top_level", topLevel);
  return { collectPendingFlag, collectStart, collectRoot, collectEnd } as Collector;
}

/** proxy_convert_mp_to_js_exc_cside(exception, out): what marks its answer as an exception, and the text that it begins. */
const TELL_EXCEPTION = new RegExp(
  [
    /\(func \$\d+ \(param \$0 i32\) \(param \$1 i32\)\s+(?:\(local \$\d+ i32\)\s+)*/,
    /\(global\.set \$global\$0\s+\(local\.tee \$2\s+\(i32\.sub\s+\(global\.get \$global\$0\)\s+\(i32\.const 32\)\s+\)\s+\)\s+\)\s+/,
    /\(i32\.store\s+\(local\.get \$1\)\s+\(i32\.const -1\)\s+\)/, // PROXY_KIND_MP_EXCEPTION
  ]
    .map((part) => part.source)
    .join(""),
);
/** Bytes of heap for the traceback of an exception that nothing catches; the next collection gives them back. */
const TRACEBACK_BYTES = 16_384;

/**
 * gc_get_max_new_split() answers 128 MiB, which is what the heap may grow by; it becomes 0. Only while an exception that
 * nothing caught is put into words for JavaScript it is more: a board prints them without any heap, and here a heap that is
 * full would be an error in the error, in which the VM waits for ever.
 */
function neverGrowTheHeap(text: string): string {
  const limit = find(text, "gc_get_max_new_split", /\(func \$(\d+) \(result i32\)\s+\(i32\.const 134217728\)\s+\)/);
  const fixed = text.replace(limit[0], `(func $${limit[1]} (result i32) (global.get $vm_growth))`);
  const tell = find(fixed, "proxy_convert_mp_to_js_exc_cside", TELL_EXCEPTION);
  const end = closing(fixed, tell.index);
  const grown = `${tell[0]} (global.set $vm_growth (i32.const ${TRACEBACK_BYTES}))`;
  const rest = fixed.slice(tell.index + tell[0].length, end - 1);
  const patched = `${fixed.slice(0, tell.index)}${grown}${rest} (global.set $vm_growth (i32.const 0)))${fixed.slice(end)}`;
  return patched.replace("\n (export ", "\n (global $vm_growth (mut i32) (i32.const 0))\n (export ");
}

/** How the bytecode loop looks whether something is pending: sched_state is 0, so mp_handle_pending_internal is called. */
const PENDING_CHECK = new RegExp(
  [
    /\(br_if \$label\d*\s+\(i32\.load16_u offset=(\d+)\s+\(i32\.const (\d+)\)\s+\)\s+\)\s+/, // sched_state
    /\(i32\.store offset=\d+\s+\(i32\.const 0\)\s+\(i32\.const 0\)\s+\)\s+/,
    /\(call \$fimport\$\d+\s+\(i32\.const (\d+)\)\s+\(i32\.const 1\)\s+\)/, // invoke_vi(handle_pending, true)
  ]
    .map((part) => part.source)
    .join(""),
);

/**
 * Calls the import vm_pending first in mp_handle_pending_internal. Another thread can so make the VM call JavaScript, even
 * in a loop that calls nothing, by setting sched_state; and JavaScript may there end the program by throwing.
 */
function callOutWhenPending(text: string): string {
  const [, base, offset, tableIndex] = find(text, "the bytecode loop's check for pending work", PENDING_CHECK);
  const handler = functionInTable(text, Number(tableIndex));
  const head = new RegExp(`\\(func \\${handler} \\(param \\$0 i32\\)(\\s+\\(local \\$\\d+ i32\\))+`);
  const start = find(text, "mp_handle_pending_internal", head)[0];
  const withCall = text.replace(start, `${start} (call $vm_pending)`);
  const withImport = addImport(withCall, '(import "env" "vm_pending" (func $vm_pending))');
  return addGlobal(withImport, "vm_sched_state", `i32 (i32.const ${Number(base) + Number(offset)})`);
}

/** The function at an index of the table through which Emscripten's invoke_… imports call. */
function functionInTable(text: string, index: number): string {
  const [, first, names] = find(text, "the function table", /\(elem \$0 \(i32\.const (\d+)\)([^)]*)\)/);
  const name = (names ?? "").trim().split(/\s+/)[index - Number(first)];
  if (!name) throw new Error(`make-vm: the function table has no entry ${index}`);
  return name;
}

/** Bytes below the stack pointer that a Python frame finds cleared: the function of C that runs it and most of those that it calls take less. */
const CLEARED_BYTES = 1024;

/**
 * Puts a wrapper around mp_execute_bytecode, which runs once a Python frame and always returns, exceptions included. It
 * clears the C stack that the frame is about to take: WebAssembly's frames are several times the size of a Cortex-M0+'s
 * and leave most of their words as the call before left them, which a collection would take for pointers.
 */
function watchTheDepth(text: string, tellFrames: boolean): string {
  const check = find(text, "the bytecode loop's check for pending work", PENDING_CHECK);
  const start = text.lastIndexOf("\n (func $", check.index);
  const name = find(
    text.slice(start),
    "mp_execute_bytecode",
    /\(func (\$\d+) \(param \$0 i32\) \(param \$1 i32\) \(result i32\)/,
  )[1];
  const wrapper = `
 (func ${name} (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (global.set $vm_depth (i32.add (global.get $vm_depth) (i32.const 1)))
  (if (i32.gt_u (global.get $vm_depth) (global.get $vm_depth_max))
   (then (global.set $vm_depth_max (global.get $vm_depth))))
  (if (i32.lt_u (global.get $global$0) (global.get $vm_stack_low))
   (then
    (global.set $vm_stack_low (global.get $global$0))
    (global.set $vm_stack_low_depth (global.get $vm_depth))))
  (memory.fill (i32.sub (global.get $global$0) (i32.const ${CLEARED_BYTES})) (i32.const 0) (i32.const ${CLEARED_BYTES}))
  ${tellFrames ? "(call $vm_enter (local.get $0))" : ""}
  (local.set $2 (call ${name}_bytecode (local.get $0) (local.get $1)))
  ${tellFrames ? "(call $vm_leave)" : ""}
  (global.set $vm_depth (i32.sub (global.get $vm_depth) (i32.const 1)))
  (local.get $2)
 )`;
  const body = text.slice(start).replace(`(func ${name} `, `(func ${name}_bytecode `);
  let patched = (text.slice(0, start) + wrapper + body).replace(
    "\n (export ",
    `\n (export "vm_execute_bytecode" (func ${name}))\n (export `,
  );
  for (const [global, type] of [
    ["vm_depth", "(mut i32) (i32.const 0)"],
    ["vm_depth_max", "(mut i32) (i32.const 0)"],
    ["vm_stack_low_depth", "(mut i32) (i32.const 0)"],
    ["vm_stack_low", "(mut i32) (i32.const 2147483647)"],
  ] as const) {
    patched = addGlobal(patched, global, type);
  }
  if (!tellFrames) return patched;
  patched = addImport(patched, '(import "env" "vm_leave" (func $vm_leave))');
  return addImport(patched, '(import "env" "vm_enter" (func $vm_enter (param i32)))');
}

/** mp_js_init() limits the C stack to 32 KiB; the limit becomes a global that JavaScript may set. */
function giveOutTheStackLimit(text: string): string {
  const init = find(text, "mp_js_init", /\(export "mp_js_init" \(func (\$\d+)\)\)/)[1];
  const start = text.indexOf(`(func ${init} `);
  const call = find(
    text.slice(start, start + 2000),
    "the call that limits the C stack",
    /\(call \$\d+\s+\(i32\.const 32768\)\s+\)/,
  )[0];
  const patched = call.replace("(i32.const 32768)", "(global.get $vm_stack_limit)");
  const body = text.slice(start).replace(call, patched);
  return addGlobal(text.slice(0, start) + body, "vm_stack_limit", "(mut i32) (i32.const 32768)");
}

/** How vfs_posix_file_ioctl() keeps an error of C for Python: *errcode = errno. */
const KEEP_ERRNO = /\(i32\.store\s+\(local\.get \$3\)\s+\(i32\.load\s+\(call \$\d+\)\s+\)\s+\)\s+\(br \$block\d+\)/;
/** How it closes a file (extmod/vfs_posix_file.c, MP_STREAM_CLOSE): drop(close(fd)), self->fd = -1, and then $1 is the answer. */
const CLOSE_FILE = new RegExp(
  [
    /\(drop\s+(\(call \$\d+\s+\(local\.get \$2\)\s+\))\s+\)\s+\)\s+/,
    /\(i32\.store offset=4\s+\(local\.get \$0\)\s+\(i32\.const -1\)\s+\)/,
  ]
    .map((part) => part.source)
    .join(""),
);

/** What close() of C answers is dropped; it becomes the answer, as file_ioctl() of extmod/vfs_lfsx_file.c has it. */
function tellOfAFailedClose(text: string): string {
  const close = find(text, "the closing of a file", CLOSE_FILE);
  const start = text.lastIndexOf("\n (func $", close.index);
  const keep = find(text.slice(start, close.index), "the errors of vfs_posix_file_ioctl", KEEP_ERRNO)[0];
  const store = keep.slice(0, keep.lastIndexOf("(br"));
  const told = `(if (i32.eq ${close[1]} (i32.const -1)) (then ${store} (local.set $1 (i32.const -1))))`;
  const dropped = close[0].slice(0, closing(close[0], 0));
  return text.slice(0, close.index) + told + text.slice(close.index + dropped.length);
}

/** mp_obj_new_float(value): an object of 16 bytes, the type first and the number at 8. */
const NEW_FLOAT = new RegExp(
  [
    /\(func \$\d+ \(param \$0 f64\) \(result i32\)\s+\(local \$1 i32\)\s+/,
    /\(f64\.store offset=8\s+\(local\.tee \$1\s+\(call \$\d+\s+\(i32\.const 16\)\s+\)\s+\)\s+\(local\.get \$0\)\s+\)\s+/,
    /\(i32\.store\s+\(local\.get \$1\)\s+\(i32\.const (\d+)\)/,
  ]
    .map((part) => part.source)
    .join(""),
);
/** How far from the store of the number that of the type may stand, where the function was inlined. */
const NEAR = 700;

/** Wherever a float object is made, its number is rounded to 32 bits. */
function roundEveryFloat(text: string): string {
  const type = `(i32.const ${find(text, "mp_obj_new_float", NEW_FLOAT)[1]})`;
  let patched = text;
  for (let at = patched.indexOf(FLOAT_STORE); at >= 0; at = patched.indexOf(FLOAT_STORE, at + 1)) {
    const address = patched.indexOf("(", at + 1);
    const start = patched.indexOf("(", closing(patched, address));
    const end = closing(patched, start);
    if (!patched.slice(Math.max(0, at - NEAR), end + NEAR).includes(type)) continue;
    const rounded = `(f64.promote_f32 (f32.demote_f64 ${patched.slice(start, end)}))`;
    patched = patched.slice(0, start) + rounded + patched.slice(end);
  }
  return patched;
}

const FLOAT_STORE = "(f64.store offset=8";

/** Behind the bracket that closes the one at `start`. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; ; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at + 1;
  }
}

function addImport(text: string, declaration: string): string {
  return text.replace("\n (import ", `\n ${declaration}\n (import `);
}

/** Adds an exported global before the first export: definitions of a module may stand in any order after its imports. */
function addGlobal(text: string, name: string, type: string): string {
  return text.replace("\n (export ", `\n (global $${name} ${type})\n (export "${name}" (global $${name}))\n (export `);
}

/** Binaryen's pass below knows the stack pointer by its name only. */
function nameTheStackPointer(text: string): string {
  return text.replace(/\$global\$0(?=[\s)])/g, "$__stack_pointer");
}

/**
 * The pass spill-pointers stores every live pointer of a WebAssembly local on the C stack at each call: without it the
 * collector could not see what the machine code of a real board would leave in its registers and stack frames.
 */
function spillPointersAndEmit(text: string): Uint8Array {
  const module = binaryen.parseText(text);
  // V8 refuses a file that declares features it was not asked for ("unknown import kind"), so name those in use.
  const features = binaryen.Features;
  module.setFeatures(
    features.MutableGlobals |
      features.SignExt |
      features.BulkMemory |
      features.BulkMemoryOpt |
      features.NontrappingFPToInt |
      features.ReferenceTypes |
      features.CallIndirectOverlong |
      features.Multivalue,
  );
  module.runPasses(["spill-pointers"]);
  if (!module.validate()) throw new Error("make-vm: the rewritten WebAssembly is not valid");
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

function main(): void {
  const folder = path.dirname(fileURLToPath(import.meta.url));
  const published = publishedWasm();
  const rewritten = makeVm(published);
  const record: VmRecord = {
    package: PACKAGE,
    version: VERSION,
    inputSha256: sha256(published),
    outputSha256: sha256(rewritten),
  };
  writeFileSync(path.join(folder, "micropython.wasm"), rewritten);
  writeFileSync(path.join(folder, "vm.json"), `${JSON.stringify(record, null, 2)}\n`);
  console.log(`micropython.wasm: ${published.length} -> ${rewritten.length} bytes`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) main();
