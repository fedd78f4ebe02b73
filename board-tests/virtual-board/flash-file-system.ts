// The flash as the VM sees it: a backend of Emscripten's file system over flash.ts. An open file has a buffer of its own;
// close and fsync make it durable, and until then readers see the old content.
import {
  type FileAttributes,
  type FileNode,
  type FileStream,
  type FileSystem,
  WASI_ERRNO,
} from "../../transpiler/src/vm/index.ts";
import { BLOCK_BYTES, type Flash, FlashFull } from "./flash.ts";

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
}

/** An open file that may be written. */
interface WriteBuffer {
  bytes: Uint8Array;
  length: number;
  dirty: boolean;
}

interface FlashStream extends FileStream {
  node: FlashNode;
  buffer?: WriteBuffer;
}

/** Makes what FS.mount() takes; `timeMs` gives file times. */
export function flashFileSystem(fs: FileSystem, flash: Flash, timeMs: () => number) {
  const fail = (name: keyof typeof WASI_ERRNO) => new fs.ErrnoError(WASI_ERRNO[name]);

  /** A full flash is an error of the file operation; everything else (a power cut) goes through. */
  const step = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw error instanceof FlashFull ? fail("ENOSPC") : error;
    }
  };

  const pathOf = (node: FlashNode): string => {
    const names: string[] = [];
    for (let at = node; at.parent !== at && at !== at.mount.root; at = at.parent) names.unshift(at.name);
    return names.join("/");
  };

  const makeNode = (parent: FlashNode | null, name: string, mode: number): FlashNode => {
    const node = fs.createNode(parent, name, mode, 0) as FlashNode;
    node.node_ops = nodeOperations as unknown as FileNode["node_ops"];
    node.stream_ops = streamOperations as unknown as FileNode["stream_ops"];
    node.children = fs.isDir(mode) ? new Map() : null;
    node.contents = new Uint8Array();
    node.modifiedMs = timeMs();
    parent?.children?.set(name, node);
    return node;
  };

  const commit = (stream: FlashStream): void => {
    const { node, buffer } = stream;
    if (!buffer?.dirty) return;
    const contents = buffer.bytes.slice(0, buffer.length);
    buffer.dirty = false;
    step(() => flash.write(pathOf(node), contents));
    node.contents = contents;
    node.modifiedMs = timeMs();
  };

  const nodeOperations = {
    getattr(node: FlashNode): FileAttributes {
      const size = node.children ? 0 : node.contents.length;
      const time = new Date(node.modifiedMs);
      return {
        dev: 1,
        ino: node.id,
        mode: node.mode,
        nlink: 1,
        uid: 0,
        gid: 0,
        rdev: 0,
        size,
        atime: time,
        mtime: time,
        ctime: time,
        blksize: BLOCK_BYTES,
        blocks: Math.ceil(size / BLOCK_BYTES),
      };
    },
    setattr(node: FlashNode, attributes: { mode?: number; size?: number }) {
      if (attributes.mode !== undefined) node.mode = attributes.mode;
      if (attributes.size !== undefined) node.truncated = true;
    },
    lookup() {
      throw fail("ENOENT");
    },
    mknod(parent: FlashNode, name: string, mode: number): FlashNode {
      const inFolder = pathOf(parent);
      const path = inFolder ? `${inFolder}/${name}` : name;
      step(() => (fs.isDir(mode) ? flash.mkdir(path) : flash.create(path)));
      return makeNode(parent, name, mode);
    },
    rename(node: FlashNode, folder: FlashNode, name: string) {
      const target = folder.children?.get(name);
      if (target?.children?.size) throw fail("ENOTEMPTY");
      const inFolder = pathOf(folder);
      step(() => flash.rename(pathOf(node), inFolder ? `${inFolder}/${name}` : name));
      if (target) fs.hashRemoveNode(target);
      node.parent.children?.delete(node.name);
      folder.children?.set(name, node);
      node.name = name;
      node.parent = folder;
    },
    unlink(parent: FlashNode, name: string) {
      step(() => flash.remove(pathOf(parent.children?.get(name) as FlashNode)));
      parent.children?.delete(name);
    },
    rmdir(parent: FlashNode, name: string) {
      const node = parent.children?.get(name) as FlashNode;
      if (node.children?.size) throw fail("ENOTEMPTY");
      step(() => flash.rmdir(pathOf(node)));
      parent.children?.delete(name);
    },
    readdir: (node: FlashNode) => [".", "..", ...(node.children?.keys() ?? [])],
    symlink() {
      throw fail("EPERM");
    },
    readlink() {
      throw fail("EINVAL");
    },
  };

  const streamOperations = {
    open(stream: FlashStream) {
      const { node } = stream;
      if (node.children || (stream.flags & ACCESS_MODE) === READ_ONLY) return;
      const bytes = node.truncated ? new Uint8Array(256) : node.contents.slice();
      stream.buffer = { bytes, length: node.truncated ? 0 : bytes.length, dirty: node.truncated };
      node.truncated = false;
    },
    close: commit,
    fsync(stream: FlashStream) {
      commit(stream);
      return 0;
    },
    read(stream: FlashStream, into: Uint8Array, offset: number, length: number, position: number) {
      const from = stream.buffer ? stream.buffer.bytes.subarray(0, stream.buffer.length) : stream.node.contents;
      const part = from.subarray(position, position + length);
      into.set(part, offset);
      return part.length;
    },
    write(stream: FlashStream, from: Uint8Array, offset: number, length: number, position: number) {
      const { buffer } = stream;
      if (!buffer) throw fail("EBADF");
      if (length === 0) return 0;
      makeRoom(buffer, position + length);
      buffer.bytes.set(from.subarray(offset, offset + length), position);
      buffer.length = Math.max(buffer.length, position + length);
      buffer.dirty = true;
      return length;
    },
    llseek(stream: FlashStream, offset: number, whence: number) {
      const size = stream.buffer?.length ?? stream.node.contents.length;
      const position = offset + ([0, stream.position, size][whence] ?? 0);
      if (position < 0) throw fail("EINVAL");
      return position;
    },
  };

  const mount = (mounted: { root: FileNode }): FileNode => {
    const root = makeNode(null, "/", FOLDER_MODE);
    root.mount = mounted as FlashNode["mount"];
    const folders = new Map([["", root]]);
    for (const [path, contents] of flash.list()) {
      const slash = path.lastIndexOf("/");
      const parent = folders.get(path.slice(0, Math.max(slash, 0))) as FlashNode;
      const node = makeNode(parent, path.slice(slash + 1), contents ? FILE_MODE : FOLDER_MODE);
      if (contents) node.contents = contents;
      else folders.set(path, node);
    }
    return root;
  };
  return { mount };
}

function makeRoom(buffer: WriteBuffer, bytes: number): void {
  if (bytes <= buffer.bytes.length) return;
  const larger = new Uint8Array(Math.max(bytes, buffer.bytes.length * 2));
  larger.set(buffer.bytes.subarray(0, buffer.length));
  buffer.bytes = larger;
}
