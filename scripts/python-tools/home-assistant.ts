// Home Assistant's package, to read; and Jinja, in which its templates are written.
import { delimiter } from "node:path";
import { findPython } from "./pip.ts";
import type { PythonWithPackages } from "./python-with-packages.ts";
import { cachedWheels } from "./wheels.ts";

/** The Python that this version of Home Assistant needs. */
const PYTHON_VERSION = "3.14.2";
/** Whose wheel of MarkupSafe is pinned: requirements/jinja2.txt says why one will do. */
const MARKUPSAFE_OPTIONS = ["--python-version", "3.11", "--platform", "manylinux2014_x86_64"];

/**
 * Path of the pinned wheel, 67 MB; fetched when the cache lacks it. Throws a ToolError when Python is missing or it cannot be
 * fetched.
 */
export async function homeAssistantWheel(): Promise<string> {
  const [wheel = ""] = await cachedWheels("home-assistant", ["--python-version", PYTHON_VERSION]);
  return wheel;
}

/** A Python whose scripts can import the pinned `jinja2`; fetched when the cache lacks it. Throws as homeAssistantWheel(). */
export async function pythonWithJinja(): Promise<PythonWithPackages> {
  const [command, wheels] = await Promise.all([findPython(), cachedWheels("jinja2", MARKUPSAFE_OPTIONS)]);
  return { command, env: { ...process.env, PYTHONPATH: wheels.join(delimiter) } };
}
