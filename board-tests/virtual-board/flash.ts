// The board's flash with its file system: what is durable, and when. As littlefs: a file's content becomes durable at
// close or flush, whole or not at all; rename is one atomic step; a power cut drops everything else. Blocks are taken while
// a file is being written; what a folder knows of its files takes blocks as well (flash-space.ts).
//
// It lives as long as the bench. With a folder it is kept there as well, each step by an atomic rename on the host.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import {
  BLOCKS,
  blocksOf,
  entryBytes,
  FlashFull,
  PAIR_BLOCKS,
  PAIR_BYTES_MAX,
  pairsOf,
  SUPERBLOCK_BYTES,
} from "./flash-space.ts";

export type FlashOperation = "write" | "create" | "rename" | "remove" | "mkdir" | "rmdir";

export interface FlashHooks {
  /** Called before each step takes effect; it may throw, and then nothing has happened. */
  beforeStep(operation: FlashOperation, path: string, bytes: number): void;
}

/** Thrown where nothing can be written. */
export class FlashReadOnly extends Error {}

const TEMPORARY = ".being-written~";

export class Flash {
  /** Files by path without a leading slash; null for folders. */
  private readonly entries = new Map<string, Uint8Array | null>();
  /** Pairs of blocks by folder, "" the root: as many as it ever needed. */
  private readonly pairs = new Map([["", 1]]);
  /** Blocks of what is being written, by who writes. */
  private readonly taken = new Map<object, number>();
  private hooks: FlashHooks = { beforeStep: () => {} };

  constructor(private readonly dir?: string) {
    if (!dir) return;
    mkdirSync(dir, { recursive: true });
    this.readFolder("");
  }

  setHooks(hooks: FlashHooks): void {
    this.hooks = hooks;
  }

  /** Everything on the flash: folders before what is in them. */
  list(): [string, Uint8Array | null][] {
    return [...this.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  read(file: string): Uint8Array | undefined {
    return this.entries.get(file) ?? undefined;
  }

  usedBlocks(): number {
    let blocks = 0;
    for (const contents of this.entries.values()) blocks += blocksOf(contents?.length ?? 0);
    for (const taken of this.taken.values()) blocks += taken;
    for (const pairs of this.pairs.values()) blocks += pairs * PAIR_BLOCKS;
    return blocks;
  }

  freeBlocks(): number {
    return Math.max(0, BLOCKS - this.usedBlocks());
  }

  /** Puts a file there without any of the board's doing, as a programmer flashes it. */
  install(file: string, contents: Uint8Array): void {
    const parts = file.split("/");
    for (let length = 1; length < parts.length; length++) {
      const folder = parts.slice(0, length).join("/");
      if (!this.entries.has(folder)) this.installFolder(folder);
    }
    this.makeRoom(file, contents.length);
    this.setFile(file, contents);
  }

  /** Takes it away in the same way. */
  uninstall(file: string): void {
    this.entries.delete(file);
    if (this.dir) unlinkSync(this.onHost(file));
  }

  /** Takes the blocks for `bytes` octets of a file that is being written: the old content keeps its own until write(). */
  take(writer: object, bytes: number): void {
    const more = blocksOf(bytes) - (this.taken.get(writer) ?? 0);
    if (more === 0) return;
    if (more > this.freeBlocks()) throw new FlashFull();
    this.taken.set(writer, blocksOf(bytes));
  }

  /** Nothing comes of what was being written. Without a writer: of all of it. */
  giveBack(writer?: object): void {
    if (writer) this.taken.delete(writer);
    else this.taken.clear();
  }

  /** What `writer` wrote becomes the file's content. */
  write(file: string, contents: Uint8Array, writer: object): void {
    this.makeRoom(file, contents.length);
    this.hooks.beforeStep("write", file, contents.length);
    this.taken.delete(writer);
    this.setFile(file, contents.slice());
  }

  create(file: string): void {
    this.makeRoom(file, 0);
    this.hooks.beforeStep("create", file, 0);
    this.setFile(file, new Uint8Array());
  }

  mkdir(folder: string): void {
    if (this.freeBlocks() < PAIR_BLOCKS) throw new FlashFull();
    this.makeRoom(folder, null);
    this.hooks.beforeStep("mkdir", folder, 0);
    this.setFolder(folder);
  }

  remove(file: string): void {
    this.hooks.beforeStep("remove", file, 0);
    this.uninstall(file);
  }

  rmdir(folder: string): void {
    this.hooks.beforeStep("rmdir", folder, 0);
    this.entries.delete(folder);
    this.pairs.delete(folder);
    if (this.dir) rmdirSync(this.onHost(folder));
  }

  rename(from: string, to: string): void {
    this.makeRoom(to, this.entries.get(from)?.length ?? null, from);
    this.hooks.beforeStep("rename", to, 0);
    this.entries.delete(to);
    this.pairs.delete(to);
    moveBelow(this.entries, from, to);
    moveBelow(this.pairs, from, to);
    if (this.dir) renameSync(this.onHost(from), this.onHost(to));
  }

  /**
   * Room for an entry in its folder, where `gone` is no more. A folder that knows more than its blocks should hold takes more; while
   * there are none it goes on with those it has, until they are full.
   */
  private makeRoom(name: string, bytes: number | null, gone = name): void {
    const folder = folderOf(name);
    let needed = (folder === "" ? SUPERBLOCK_BYTES : 0) + entryBytes(nameOf(name), bytes);
    for (const [other, contents] of this.entries)
      if (folderOf(other) === folder && other !== name && other !== gone)
        needed += entryBytes(nameOf(other), contents?.length ?? null);
    const before = this.pairs.get(folder) ?? 1;
    const more = Math.min(pairsOf(needed) - before, Math.trunc(this.freeBlocks() / PAIR_BLOCKS));
    const pairs = before + Math.max(more, 0);
    this.pairs.set(folder, pairs);
    if (needed > pairs * PAIR_BYTES_MAX) throw new FlashFull();
  }

  private setFile(file: string, contents: Uint8Array): void {
    this.entries.set(file, contents);
    if (!this.dir) return;
    const temporary = this.onHost(TEMPORARY);
    writeFileSync(temporary, contents);
    renameSync(temporary, this.onHost(file));
  }

  private installFolder(folder: string): void {
    this.makeRoom(folder, null);
    this.setFolder(folder);
  }

  private setFolder(folder: string): void {
    this.entries.set(folder, null);
    this.pairs.set(folder, 1);
    if (this.dir && !existsSync(this.onHost(folder))) mkdirSync(this.onHost(folder));
  }

  private readFolder(folder: string): void {
    for (const entry of readdirSync(this.onHost(folder), { withFileTypes: true })) {
      if (entry.name === TEMPORARY) continue;
      const name = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        this.installFolder(name);
        this.readFolder(name);
      } else {
        const contents = new Uint8Array(readFileSync(this.onHost(name)));
        this.makeRoom(name, contents.length);
        this.entries.set(name, contents);
      }
    }
  }

  private onHost(name: string): string {
    return path.join(this.dir ?? "", name);
  }
}

function folderOf(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf("/"), 0));
}

function nameOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** What stands under a name, and under names below it, stands under another one. */
function moveBelow<Value>(values: Map<string, Value>, from: string, to: string): void {
  const moved = [...values].filter(([name]) => name === from || name.startsWith(`${from}/`));
  for (const [name] of moved) values.delete(name);
  for (const [name, value] of moved) values.set(to + name.slice(from.length), value);
}
