// The part of Emscripten's file system that we use, as types; the VM's files live in it.

export interface FileNode {
  id: number;
  name: string;
  mode: number;
  parent: FileNode;
  mount: { root: FileNode };
  node_ops: NodeOperations;
  stream_ops: StreamOperations;
}

export interface FileStream {
  node: FileNode;
  flags: number;
  position: number;
  stream_ops: StreamOperations;
}

/** What stat() of a file asks for. */
export interface FileAttributes {
  dev: number;
  ino: number;
  mode: number;
  nlink: number;
  uid: number;
  gid: number;
  rdev: number;
  size: number;
  atime: Date;
  mtime: Date;
  ctime: Date;
  blksize: number;
  blocks: number;
}

export interface NodeOperations {
  getattr(node: FileNode): FileAttributes;
  setattr(node: FileNode, attributes: { mode?: number; size?: number }): void;
  lookup(parent: FileNode, name: string): FileNode;
  mknod(parent: FileNode, name: string, mode: number, device: number): FileNode;
  rename(node: FileNode, folder: FileNode, name: string): void;
  unlink(parent: FileNode, name: string): void;
  rmdir(parent: FileNode, name: string): void;
  readdir(node: FileNode): string[];
  symlink(): never;
  readlink(): never;
}

export interface StreamOperations {
  open?(stream: FileStream): void;
  close?(stream: FileStream): void;
  fsync?(stream: FileStream): number;
  read?(stream: FileStream, buffer: Uint8Array, offset: number, length: number, position: number): number;
  write?(stream: FileStream, buffer: Uint8Array, offset: number, length: number, position: number): number;
  llseek?(stream: FileStream, offset: number, whence: number): number;
}

export interface FileSystem {
  streams: (FileStream | undefined)[];
  ErrnoError: new (errno: number) => Error;
  mkdir(path: string): unknown;
  writeFile(path: string, data: string | Uint8Array): void;
  readFile(path: string): Uint8Array;
  chdir(path: string): void;
  mount(type: { mount(mount: { root: FileNode }): FileNode }, options: object, path: string): unknown;
  createNode(parent: FileNode | null, name: string, mode: number, device: number): FileNode;
  hashRemoveNode(node: FileNode): void;
  isDir(mode: number): boolean;
}
