// Which name a program's names get: one that MicroPython has in flash, or, where those are used up, a short one.
import { KEYWORDS } from "../python/identifier.ts";
import { ROM_NAMES } from "./rom-names.ts";

/**
 * What MicroPython looks for on any object (mp_load_attr and its kin in its sources, extmod/vfs_blockdev.c, py/runtime.c),
 * or treats by itself when it compiles (py/compile.c, py/parse.c mp_constants_table).
 */
export const LOOKED_FOR: ReadonlySet<string> = new Set(
  (
    "args errno value send throw close keys read readinto readline write ioctl fileno flush seek count remove sync " +
    "readblocks writeblocks setblocking irq mount umount open stat statvfs chdir getcwd ilistdir mkdir rename rmdir " +
    "const super range AssertionError BaseException StopAsyncIteration OrderedDict math uctypes True False None " +
    "micropython native viper bytecode asm_thumb asm_xtensa asm_rv32 align data label " +
    "bool int object type uint ptr ptr8 ptr16 ptr32"
  ).split(" "),
);
/** Builtins: where the program has no use for one it can have its name, once the others are used up. */
const BUILTINS = new Set(
  (
    "abs all any bin bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate " +
    "eval exec execfile filter float frozenset getattr globals hasattr hash help hex id input int isinstance " +
    "issubclass iter len list locals map max memoryview min next object oct ord pow print property range repr " +
    "reversed round set setattr slice sorted staticmethod str sum tuple type zip Ellipsis NotImplemented " +
    "GeneratorExit KeyboardInterrupt StopAsyncIteration StopIteration SystemExit"
  ).split(" "),
);
const SPECIAL = /^__|^_$/;

/** Those that a program may use as its own. */
export const FIT = ROM_NAMES.filter((name) => !(KEYWORDS.has(name) || LOOKED_FOR.has(name) || SPECIAL.test(name)));
const isBuiltin = (name: string) => BUILTINS.has(name) || /(Error|Exception)$/.test(name);
const FREE = FIT.filter((name) => !isBuiltin(name));
const SPARE = FIT.filter(isBuiltin);

export interface NewNames {
  readonly of: ReadonlyMap<string, string>;
  /** Of each module's own. */
  readonly own: readonly ReadonlyMap<string, string>[];
  /** For the parameters of any function, the outermost function's first. */
  readonly parameters: readonly string[];
}

/** So many parameters a function may have, with those of the functions around it; further ones keep their names. */
const PARAMETERS = 12;

/** MicroPython's own modules on a Pico W, by the names that stand in its flash: a file of that name would never be imported. */
const MODULES = new Set(
  (
    "array asyncio binascii bluetooth builtins cmath collections cryptolib deflate errno framebuf gc hashlib heapq io json " +
    "lwip machine math micropython network onewire os platform random re rp2 select socket ssl struct sys time tls uctypes " +
    "vfs websocket"
  ).split(" "),
);
/** Words alone: people see the files. */
const FILE_NAME = /^[a-z]{4,}$/;

/** For files, by the names that they would have: each is imported by its name in flash, one that no variable could have. */
export function fileNames(names: readonly string[]): ReadonlyMap<string, string> {
  const isUnfit = (name: string) => LOOKED_FOR.has(name) || BUILTINS.has(name);
  const free = ROM_NAMES.filter((name) => FILE_NAME.test(name) && isUnfit(name) && !MODULES.has(name));
  return placed([...names].sort(), free, furtherNames(new Set()));
}

/** Names that may be two names' new one. */
export interface Overlap {
  /** Of what all modules share: what stands after a point alone. */
  readonly members: ReadonlySet<string>;
  /** And what never does. */
  readonly bare: ReadonlySet<string>;
  /** Of the modules' own: what must have another name than any member. */
  readonly apart: ReadonlySet<string>;
}

/**
 * A new name for each, none of them in use: no two alike among those that all modules share, nor among those of any one of
 * them, nor one of these and one of those but for a member; a member may be as what never stands after a point.
 * @param own of each module, what no other one uses
 * @param staying names of what stays on the device: they have the first choice, as those of late code are there for a while
 */
export function newNames(
  names: Iterable<string>,
  own: readonly ReadonlySet<string>[],
  inUse: ReadonlySet<string>,
  { members, bare, apart }: Overlap = { members: new Set(), bare: new Set(), apart: new Set() },
  staying: ReadonlySet<string> = new Set(),
): NewNames {
  const left = FREE.filter((name) => !inUse.has(name));
  const parameters = left.splice(0, PARAMETERS);
  const [both, ofObjects, ofModules] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const name of names) {
    if (members.has(name)) ofObjects.add(name);
    else if (bare.has(name) && !apart.has(name)) ofModules.add(name);
    else both.add(name);
  }
  for (const name of own.flatMap((each) => [...each])) if (apart.has(name)) both.add(name);
  /** In names that none of the others has. */
  const besides = (wanted: Iterable<string>, ...others: readonly ReadonlyMap<string, string>[]) => {
    const taken = new Set(others.flatMap((of) => [...of.values()]));
    const free = left.filter((name) => !taken.has(name));
    const order = [...wanted].sort();
    const inOrder = [...order.filter((name) => staying.has(name)), ...order.filter((name) => !staying.has(name))];
    return placed(inOrder, free, furtherNames(new Set([...inUse, ...taken])));
  };
  const anywhere = besides(both);
  const inModules = besides(ofModules, anywhere);
  const ofOwn = own.map((each) =>
    besides(
      [...each].filter((name) => !apart.has(name)),
      anywhere,
      inModules,
    ),
  );
  return { of: new Map([...anywhere, ...inModules, ...besides(ofObjects, anywhere)]), own: ofOwn, parameters };
}

/** Where a name goes depends on its letters first, so that one more in the program changes few others. */
function placed(names: readonly string[], free: readonly string[], short: Iterator<string>): Map<string, string> {
  const taken = new Set<number>();
  const of = new Map<string, string>();
  for (const name of names) {
    let place = taken.size < free.length ? hashOf(name) % free.length : Number.NaN;
    while (taken.has(place)) place = (place + 1) % free.length;
    if (!Number.isNaN(place)) taken.add(place);
    of.set(name, free[place] ?? (short.next().value as string));
  }
  return of;
}

/** FNV-1a, of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const octet of Buffer.from(text)) hash = Math.imul(hash ^ octet, 0x01000193);
  return hash >>> 0;
}

function* furtherNames(inUse: ReadonlySet<string>): Generator<string, never> {
  for (const name of SPARE) if (!inUse.has(name)) yield name;
  const inFlash = new Set(ROM_NAMES);
  for (let n = 0; ; n++) {
    const name = `${"abcdefghijklmnopqrstuvwxyz"[n % 26]}${Math.floor(n / 26).toString(36)}`;
    if (!inUse.has(name) && !inFlash.has(name) && !KEYWORDS.has(name)) yield name;
  }
}
