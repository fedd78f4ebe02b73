// The flash as the VM sees it: a backend of Emscripten's file system over flash.ts. An open file has a buffer of its own;
// close and fsync make it durable, and until then readers see the old content. A write that finds no block is an error, and
// the file stays what it was: closing it then is none (lfs_file_flushedwrite and lfs_file_sync of littlefs's lfs.c).
import {
  type FileAttributes,
  type FileNode,
  type FileStream,
  type FileSystem,
  WASI_ERRNO,
} from "../../transpiler/src/vm/index.ts";
import { type Flash, FlashReadOnly } from "./flash.ts";
import { BLOCK_BYTES, FlashFull } from "./flash-space.ts";

/** POSIX: open for reading, and the mask of the access modes. */
const READ_ONLY = 0;
const ACCESS_MODE = 3;

const FOLDER_MODE = 0o40777;
const FILE_MODE = 0o100666;

interface FlashNode extends FileNode {
  parent: FlashNode;
  /** Null for a file. */
  children: Map<string, FlashNode> | null;
  contents: Uint8Array;
  modifiedMs: number;
  /** O_TRUNC comes as a change of size before the file is opened; it takes effect with the content. */
  truncated: boolean;
  writers: Set<WriteBuffer>;
}

/** An open file that may be written. */
interface WriteBuffer {
  bytes: Uint8Array;
  length: number;
  dirty: boolean;
  /** The last write found no room. */
  failed: boolean;
  /** Its file has another name, or is no more: nothing becomes of what is written (lfs_dir_relocatingcommit, "fixup mlist"). */
  lost: boolean;
}

interface FlashStream extends FileStream {
  node: FlashNode;
  buffer?: WriteBuffer;
}

/** What FS.mount() takes. */
export class FlashFileSystem {
  /** `timeMs` gives file times, in ms since 1970. */
  constructor(
    private readonly fs: FileSystem,
    private readonly flash: Flash,
    private readonly timeMs: () => number,
  ) {}

  /** Called by FS.mount(): the tree of what is on the flash. */
  mount(mounted: { root: FileNode }): FileNode {
    const root = this.makeNode(null, "/", FOLDER_MODE);
    root.mount = mounted;
    this.flash.giveBack();
    const folders = new Map([["", root]]);
    for (const [path, contents] of this.flash.list()) {
      const slash = path.lastIndexOf("/");
      const parent = folders.get(path.slice(0, Math.max(slash, 0))) as FlashNode;
      const node = this.makeNode(parent, path.slice(slash + 1), contents ? FILE_MODE : FOLDER_MODE);
      if (contents) node.contents = contents;
      else folders.set(path, node);
    }
    return root;
  }

  private makeNode(parent: FlashNode | null, name: string, mode: number): FlashNode {
    const node = this.fs.createNode(parent, name, mode, 0) as FlashNode;
    node.node_ops = this.nodeOperations as unknown as FileNode["node_ops"];
    node.stream_ops = this.streamOperations as unknown as FileNode["stream_ops"];
    node.children = this.fs.isDir(mode) ? new Map() : null;
    node.contents = new Uint8Array();
    node.writers = new Set();
    node.modifiedMs = this.timeMs();
    parent?.children?.set(name, node);
    return node;
  }

  private fail(name: keyof typeof WASI_ERRNO): Error {
    return new this.fs.ErrnoError(WASI_ERRNO[name]);
  }

  /** What the flash has no room or no leave for is an error of the file operation; everything else (a power cut) goes through. */
  private step(run: () => void, whenFull: "ENOSPC" | "ENAMETOOLONG" = "ENOSPC"): void {
    try {
      run();
    } catch (error) {
      if (error instanceof FlashFull) throw this.fail(whenFull);
      throw error instanceof FlashReadOnly ? this.fail("EROFS") : error;
    }
  }

  private commit(stream: FlashStream): void {
    const { node, buffer } = stream;
    if (!buffer?.dirty || buffer.failed || buffer.lost) return;
    const contents = buffer.bytes.slice(0, buffer.length);
    buffer.failed = true;
    this.step(() => this.flash.write(pathOf(node), contents, buffer));
    buffer.failed = false;
    buffer.dirty = false;
    node.contents = contents;
    node.modifiedMs = this.timeMs();
  }

  private close(stream: FlashStream): void {
    try {
      this.commit(stream);
    } finally {
      if (stream.buffer) {
        this.flash.giveBack(stream.buffer);
        stream.node.writers.delete(stream.buffer);
      }
    }
  }

  private makeEntry(parent: FlashNode, name: string, mode: number): FlashNode {
    const path = childPath(parent, name);
    if (this.fs.isDir(mode)) this.step(() => this.flash.mkdir(path));
    // littlefs takes a folder without room for one more name for one whose blocks are too small for the name (lfs_file_opencfg).
    else this.step(() => this.flash.create(path), "ENAMETOOLONG");
    return this.makeNode(parent, name, mode);
  }

  private rename(node: FlashNode, folder: FlashNode, name: string): void {
    const target = folder.children?.get(name);
    if (target?.children?.size) throw this.fail("ENOTEMPTY");
    this.step(() => this.flash.rename(pathOf(node), childPath(folder, name)));
    loseWriters(node);
    if (target) {
      loseWriters(target);
      this.fs.hashRemoveNode(target);
    }
    node.parent.children?.delete(node.name);
    folder.children?.set(name, node);
    node.name = name;
    node.parent = folder;
  }

  private removeFolder(parent: FlashNode, name: string): void {
    const node = parent.children?.get(name) as FlashNode;
    if (node.children?.size) throw this.fail("ENOTEMPTY");
    this.step(() => this.flash.rmdir(pathOf(node)));
    parent.children?.delete(name);
  }

  private open(stream: FlashStream): void {
    const { node } = stream;
    if (node.children || (stream.flags & ACCESS_MODE) === READ_ONLY) return;
    const bytes = node.truncated ? new Uint8Array() : node.contents.slice();
    stream.buffer = { bytes, length: bytes.length, dirty: node.truncated, failed: false, lost: false };
    node.writers.add(stream.buffer);
    node.truncated = false;
  }

  private write(stream: FlashStream, from: Uint8Array, position: number): number {
    const { buffer } = stream;
    if (!buffer) throw this.fail("EBADF");
    if (from.length === 0) return 0;
    const length = Math.max(buffer.length, position + from.length);
    buffer.failed = true;
    this.step(() => this.flash.take(buffer, length));
    buffer.failed = false;
    makeRoom(buffer, length);
    buffer.bytes.set(from, position);
    buffer.length = length;
    buffer.dirty = true;
    return from.length;
  }

  private seek(stream: FlashStream, offset: number, whence: number): number {
    const size = stream.buffer?.length ?? stream.node.contents.length;
    const position = offset + ([0, stream.position, size][whence] ?? 0);
    if (position < 0) throw this.fail("EINVAL");
    return position;
  }

  /** Emscripten's names for operations on files and folders. */
  private readonly nodeOperations = {
    getattr: attributesOf,
    setattr: (node: FlashNode, attributes: { mode?: number; size?: number }) => {
      if (attributes.mode !== undefined) node.mode = attributes.mode;
      if (attributes.size !== undefined) node.truncated = true;
    },
    lookup: () => {
      throw this.fail("ENOENT");
    },
    mknod: (parent: FlashNode, name: string, mode: number) => this.makeEntry(parent, name, mode),
    rename: (node: FlashNode, folder: FlashNode, name: string) => this.rename(node, folder, name),
    unlink: (parent: FlashNode, name: string) => {
      this.step(() => this.flash.remove(childPath(parent, name)));
      loseWriters(parent.children?.get(name));
      parent.children?.delete(name);
    },
    rmdir: (parent: FlashNode, name: string) => this.removeFolder(parent, name),
    readdir: (node: FlashNode) => [".", "..", ...(node.children?.keys() ?? [])],
    symlink: () => {
      throw this.fail("EPERM");
    },
    readlink: () => {
      throw this.fail("EINVAL");
    },
  };

  /** Emscripten's names for operations on open files. */
  private readonly streamOperations = {
    open: (stream: FlashStream) => this.open(stream),
    close: (stream: FlashStream) => this.close(stream),
    fsync: (stream: FlashStream) => {
      this.commit(stream);
      return 0;
    },
    read: (stream: FlashStream, into: Uint8Array, offset: number, length: number, position: number) => {
      const from = stream.buffer ? stream.buffer.bytes.subarray(0, stream.buffer.length) : stream.node.contents;
      const part = from.subarray(position, position + length);
      into.set(part, offset);
      return part.length;
    },
    write: (stream: FlashStream, from: Uint8Array, offset: number, length: number, position: number) =>
      this.write(stream, from.subarray(offset, offset + length), position),
    llseek: (stream: FlashStream, offset: number, whence: number) => this.seek(stream, offset, whence),
  };
}

function loseWriters(node: FlashNode | undefined): void {
  for (const writer of node?.writers ?? []) writer.lost = true;
}

function pathOf(node: FlashNode): string {
  const names: string[] = [];
  for (let at = node; at.parent !== at && at !== at.mount.root; at = at.parent) names.unshift(at.name);
  return names.join("/");
}

function childPath(folder: FlashNode, name: string): string {
  const path = pathOf(folder);
  return path ? `${path}/${name}` : name;
}

function attributesOf(node: FlashNode): FileAttributes {
  const size = node.children ? 0 : node.contents.length;
  const time = new Date(node.modifiedMs);
  const owner = { nlink: 1, uid: 0, gid: 0, rdev: 0 };
  const times = { atime: time, mtime: time, ctime: time };
  const blocks = { blksize: BLOCK_BYTES, blocks: Math.ceil(size / BLOCK_BYTES) };
  return { dev: 1, ino: node.id, mode: node.mode, size, ...owner, ...times, ...blocks };
}

function makeRoom(buffer: WriteBuffer, bytes: number): void {
  if (bytes <= buffer.bytes.length) return;
  const larger = new Uint8Array(Math.max(bytes, buffer.bytes.length * 2, 256));
  larger.set(buffer.bytes.subarray(0, buffer.length));
  buffer.bytes = larger;
}
