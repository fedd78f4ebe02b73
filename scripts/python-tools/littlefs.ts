// Python with littlefs-python. Compiled modules cannot be imported from a wheel as it is, so it is unpacked beside it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readZip } from "./archives.ts";
import { findPython } from "./pip.ts";
import { placeFile } from "./place-file.ts";
import type { PythonWithPackages } from "./python-with-packages.ts";
import { cachedWheelsFor } from "./wheels.ts";

/**
 * A Python whose scripts can import the pinned `littlefs`; fetched when the cache lacks it. Throws a ToolError when
 * Python is missing, or the wheel cannot be fetched or does not exist for this Python and platform.
 */
export async function pythonWithLittlefs(): Promise<PythonWithPackages> {
  const command = await findPython();
  const wheels = await cachedWheelsFor("littlefs-python", command);
  return { command, env: { ...process.env, PYTHONPATH: unpacked(wheels[0] ?? "") } };
}

/** The folder of a wheel's files. */
function unpacked(wheel: string): string {
  const folder = join(dirname(wheel), "packages");
  for (const [name, content] of readZip(readFileSync(wheel))) {
    if (!name.endsWith("/")) placeFile(join(folder, name), content());
  }
  return folder;
}
