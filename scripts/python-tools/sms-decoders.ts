// Python with two packages that decode messages, to compare ours with. They are pure Python: imported from their wheels.
import { delimiter } from "node:path";
import { findPython } from "./pip.ts";
import type { PythonWithPackages } from "./python-with-packages.ts";
import { cachedWheels } from "./wheels.ts";

/**
 * A Python whose scripts can import the pinned `smspdudecoder` and `gsmcodecs`; fetched when the cache lacks them. Throws
 * a ToolError when Python is missing or they cannot be fetched.
 */
export async function pythonWithSmsDecoders(): Promise<PythonWithPackages> {
  const [command, wheels] = await Promise.all([findPython(), cachedWheels("sms-decoders")]);
  return { command, env: { ...process.env, PYTHONPATH: wheels.join(delimiter) } };
}
