// A copy of the gateway with as many modules as asked, for builds that watch it: the copy is edited, not the checkout.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import ts from "typescript";
import { filesBelow } from "../build/inputs.ts";
import { gatewayProject, type Project } from "../build/project.ts";

/** A module without imports, of the usual size: what the copy is filled up with. */
const FILLING = "domain/pdu/gsm7.ts";

export interface WatchedProject extends Project {
  /** Folder of the whole; to be removed in the end. */
  readonly root: string;
  /** Paths of the modules, below the firmware's folder. */
  readonly modules: readonly string[];
}

export function copyProject(moduleCount: number): WatchedProject {
  const root = mkdtempSync(join(tmpdir(), "watched-"));
  const project = {
    ...gatewayProject,
    firmware: join(root, "firmware-ts"),
    runtime: join(root, "runtime-py"),
    dist: join(root, "dist"),
  };
  const isCopied = (source: string) => !["tests", "fakes", "node"].includes(basename(source));
  cpSync(gatewayProject.firmware, project.firmware, { recursive: true, filter: isCopied });
  cpSync(gatewayProject.runtime, project.runtime, { recursive: true });
  // What leaves nothing on the board, or belongs to another one, is not edited.
  const isModule = (path: string) =>
    path.endsWith(".ts") && !path.endsWith(".d.ts") && !/^(ports|boards|start)\//.test(path);
  const modules = filesBelow(project.firmware).filter(isModule);
  const main = join(project.firmware, "main.ts");
  const filling = readFileSync(join(project.firmware, FILLING), "utf8");
  for (let n = modules.length; n < moduleCount; n++) {
    const path = FILLING.replace(".ts", `-${n}.ts`);
    writeFileSync(join(project.firmware, path), filling);
    writeFileSync(main, `import "./${path}";\n${readFileSync(main, "utf8")}`);
    modules.push(path);
  }
  return { ...project, root, modules };
}

/** The text with a statement added to the body of one of its functions that say their result; null without any. */
export function editedBody(text: string, choice: number, statement: string): string | null {
  const file = ts.createSourceFile("edited.ts", text, ts.ScriptTarget.ES2022, true);
  const places: number[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && node.type && "body" in node && node.body && ts.isBlock(node.body as ts.Node))
      places.push((node.body as ts.Block).getStart(file) + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const place = places[choice % places.length];
  return place === undefined ? null : `${text.slice(0, place)}\n${statement}\n${text.slice(place)}`;
}
