// The folder for mpremote's mip: the files beside a package.json that lists them. What mip does with it
// (mpremote 1.29, mpremote/mip.py): fetches each url, which is relative to the package.json, and writes it below
// --target, in this order. Its hashes are of no use here: files that have one are fetched from an index.
import type { BuildReport } from "../build.ts";
import type { Artefact } from "./artefact.ts";
import type { FileTree } from "./board-files.ts";

export const MIP_FOLDER = "mip";
const PACKAGE_JSON = "package.json";

export function mipPackage(report: BuildReport, files: FileTree): Artefact {
  // main.py starts the gateway, so it comes after what it imports; the manifest says that all came, so it is last.
  const rank = (path: string) => ["main.py", "manifest.json"].indexOf(path);
  const paths = [...files.keys()].sort((a, b) => rank(a) - rank(b));
  const listed = { urls: paths.map((path) => [path, path]), version: report.build };
  const tree = new Map([[PACKAGE_JSON, Buffer.from(`${JSON.stringify(listed, null, 1)}\n`)], ...files]);
  return {
    kind: "mip",
    purpose: "for mpremote mip install",
    files: new Map([...tree].map(([path, content]) => [`${MIP_FOLDER}/${path}`, content])),
    path: `${MIP_FOLDER}/${PACKAGE_JSON}`,
  };
}
