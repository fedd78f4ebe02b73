// Takes single files out of a wheel (a zip) and a source distribution (a gzipped tar). Both come with a pinned hash,
// so nothing here has to withstand a hostile archive: what is not understood is an error.
import { gunzipSync, inflateRawSync } from "node:zlib";

// Signatures and offsets of PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const METHOD_STORED = 0;
const METHOD_DEFLATED = 8;

/** Every file of a zip, in the order of its directory: name to a function that gives its content. */
export function readZip(archive: Buffer): Map<string, () => Buffer> {
  const entries = new Map<string, () => Buffer>();
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"), archive.length - END_LENGTH);
  if (end < 0 || archive.readUInt32LE(end) !== END_OF_CENTRAL_DIRECTORY) throw new Error("not a zip file");
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== CENTRAL_HEADER) throw new Error("the zip's directory is damaged");
    const nameLength = archive.readUInt16LE(at + 28);
    const header = at;
    entries.set(archive.toString("utf8", at + 46, at + 46 + nameLength), () => zipEntry(archive, header));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function zipEntry(archive: Buffer, header: number): Buffer {
  const method = archive.readUInt16LE(header + 10);
  const compressedLength = archive.readUInt32LE(header + 20);
  const local = archive.readUInt32LE(header + 42);
  if (archive.readUInt32LE(local) !== LOCAL_HEADER) throw new Error("the zip's entry is damaged");
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(start, start + compressedLength);
  if (method === METHOD_STORED) return data;
  if (method === METHOD_DEFLATED) return inflateRawSync(data);
  throw new Error(`the zip uses compression method ${method}`);
}

const TAR_BLOCK = 512;

/** One file of a gzipped tar in the ustar format (POSIX.1-1988 §10.1.1); undefined when it is not in there. */
export function readTarGz(archive: Buffer, name: string): Buffer | undefined {
  const tar = gunzipSync(archive);
  for (let at = 0; at + TAR_BLOCK <= tar.length; ) {
    const entryName = tar.toString("utf8", at, at + 100).replace(/\0.*$/s, "");
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 136), 8) || 0;
    const start = at + TAR_BLOCK;
    if (entryName === name) return tar.subarray(start, start + size);
    at = start + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
  return undefined;
}
