// Python with littlefs-python. Compiled modules cannot be imported from a wheel as it is, so it is unpacked beside it.
import { findPython } from "./pip.ts";
import type { PythonWithPackages } from "./python-with-packages.ts";
import { unpackedWheel } from "./unpacked-wheel.ts";
import { cachedWheelsFor } from "./wheels.ts";

/**
 * A Python whose scripts can import the pinned `littlefs`; fetched when the cache lacks it. Throws a ToolError when
 * Python is missing, or the wheel cannot be fetched or does not exist for this Python and platform.
 */
export async function pythonWithLittlefs(): Promise<PythonWithPackages> {
  const command = await findPython();
  const wheels = await cachedWheelsFor("littlefs-python", command);
  return { command, env: { ...process.env, PYTHONPATH: unpackedWheel(wheels[0] ?? "") } };
}
