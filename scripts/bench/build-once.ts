// A process of build-time.ts: builds the gateway into the folder given, and prints its own user time in seconds.
import { gatewayProject } from "../build/project.ts";
import { build } from "../build.ts";

const [dist] = process.argv.slice(2);
if (dist === undefined) throw new Error("build-once.ts wants the folder to build into");
await build({ project: { ...gatewayProject, dist } });
console.log(process.cpuUsage().user / 1_000_000);
