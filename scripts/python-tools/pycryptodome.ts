// Python with PyCryptodome, which encrypts and decrypts in tests as somebody would who uses a gateway.
import { findPython } from "./pip.ts";
import type { PythonWithPackages } from "./python-with-packages.ts";
import { unpackedWheel } from "./unpacked-wheel.ts";
import { cachedWheels } from "./wheels.ts";

/**
 * A Python whose scripts can import the pinned `Crypto`; fetched when the cache lacks it. Throws a ToolError when Python is
 * missing, or the wheel cannot be fetched or does not exist for this platform.
 */
export async function pythonWithPycryptodome(): Promise<PythonWithPackages> {
  const [command, wheels] = await Promise.all([findPython(), cachedWheels("pycryptodome")]);
  return { command, env: { ...process.env, PYTHONPATH: unpackedWheel(wheels[0] ?? "") } };
}
