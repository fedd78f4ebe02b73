// The pinned mpremote as a command line. Nothing is installed: Python imports pure Python from wheels as they are.
import { findPython } from "./pip.ts";
import { cachedWheels } from "./wheels.ts";

/**
 * The words before mpremote's arguments; its wheels are fetched when the cache lacks them. Throws a ToolError when
 * Python is missing or the wheels cannot be fetched.
 */
export async function pinnedMpremote(): Promise<readonly string[]> {
  const [python, wheels] = await Promise.all([findPython(), cachedWheels("mpremote")]);
  // A list of strings in JSON is one in Python too. -I: neither the folder it is called in nor the user's own packages
  // may stand before the wheels.
  const program = `import sys; sys.path[:0] = ${JSON.stringify(wheels)}; from mpremote.main import main; sys.exit(main())`;
  return [...python, "-I", "-c", program];
}
