// Builds the copy of the gateway in the folder that it is given, whether or not anything changed.
import { join } from "node:path";
import { gatewayProject } from "../../build/project.ts";
import { build } from "../../build.ts";

const folder = process.argv[2] ?? "";
const project = {
  ...gatewayProject,
  firmware: join(folder, "firmware-ts"),
  runtime: join(folder, "runtime-py"),
  dist: join(folder, "dist"),
};
await build({ project, force: true });
