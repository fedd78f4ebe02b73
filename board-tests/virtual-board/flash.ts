// The board's flash with its file system: what is durable, and when. As littlefs: a file's content becomes durable at
// close or flush, whole or not at all; rename is one atomic step; a power cut drops everything else.
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

/** The file system of a Pico W: 848 KiB in blocks of 4 KiB (ports/rp2/boards/RPI_PICO_W/mpconfigboard.h). */
export const BLOCK_BYTES = 4096;
export const BLOCKS = 212;

/** Blocks of a folder: littlefs keeps its metadata in a pair of them. */
const FOLDER_BLOCKS = 2;

export type FlashOperation = "write" | "create" | "rename" | "remove" | "mkdir" | "rmdir";

export interface FlashHooks {
  /** Called before each step takes effect; it may throw, and then nothing has happened. */
  beforeStep(operation: FlashOperation, path: string, bytes: number): void;
}

/** Thrown where littlefs would answer LFS_ERR_NOSPC. */
export class FlashFull extends Error {}

/** Thrown where nothing can be written. */
export class FlashReadOnly extends Error {}

const TEMPORARY = ".being-written~";

export class Flash {
  /** Files by path without a leading slash; null for folders. */
  private readonly entries = new Map<string, Uint8Array | null>();
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
    let blocks = FOLDER_BLOCKS;
    for (const contents of this.entries.values()) blocks += contents ? blocksOf(contents.length) : FOLDER_BLOCKS;
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
      if (!this.entries.has(folder)) this.setFolder(folder);
    }
    this.setFile(file, contents);
  }

  /** Copy-on-write: the old content's blocks are free only afterwards. */
  write(file: string, contents: Uint8Array): void {
    if (blocksOf(contents.length) > this.freeBlocks()) throw new FlashFull();
    this.hooks.beforeStep("write", file, contents.length);
    this.setFile(file, contents.slice());
  }

  create(file: string): void {
    if (this.freeBlocks() === 0) throw new FlashFull();
    this.hooks.beforeStep("create", file, 0);
    this.setFile(file, new Uint8Array());
  }

  mkdir(folder: string): void {
    if (this.freeBlocks() < FOLDER_BLOCKS) throw new FlashFull();
    this.hooks.beforeStep("mkdir", folder, 0);
    this.setFolder(folder);
  }

  remove(file: string): void {
    this.hooks.beforeStep("remove", file, 0);
    this.entries.delete(file);
    if (this.dir) unlinkSync(this.onHost(file));
  }

  rmdir(folder: string): void {
    this.hooks.beforeStep("rmdir", folder, 0);
    this.entries.delete(folder);
    if (this.dir) rmdirSync(this.onHost(folder));
  }

  rename(from: string, to: string): void {
    this.hooks.beforeStep("rename", to, 0);
    const moved = [...this.entries].filter(([name]) => name === from || name.startsWith(`${from}/`));
    for (const [name] of moved) this.entries.delete(name);
    for (const [name, contents] of moved) this.entries.set(to + name.slice(from.length), contents);
    if (this.dir) renameSync(this.onHost(from), this.onHost(to));
  }

  private setFile(file: string, contents: Uint8Array): void {
    this.entries.set(file, contents);
    if (!this.dir) return;
    const temporary = this.onHost(TEMPORARY);
    writeFileSync(temporary, contents);
    renameSync(temporary, this.onHost(file));
  }

  private setFolder(folder: string): void {
    this.entries.set(folder, null);
    if (this.dir && !existsSync(this.onHost(folder))) mkdirSync(this.onHost(folder));
  }

  private readFolder(folder: string): void {
    for (const entry of readdirSync(this.onHost(folder), { withFileTypes: true })) {
      if (entry.name === TEMPORARY) continue;
      const name = folder ? `${folder}/${entry.name}` : entry.name;
      this.entries.set(name, entry.isDirectory() ? null : new Uint8Array(readFileSync(this.onHost(name))));
      if (entry.isDirectory()) this.readFolder(name);
    }
  }

  private onHost(name: string): string {
    return path.join(this.dir ?? "", name);
  }
}

function blocksOf(bytes: number): number {
  return Math.ceil(bytes / BLOCK_BYTES);
}
