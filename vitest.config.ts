// npm test: all tests but the long ones. Three projects, so that one part can be run: npx vitest run --project board.
import { configDefaults, defineConfig } from "vitest/config";
import { deviceModules } from "./firmware-ts/fakes/aliases.ts";

/** Tests of minutes; npm run test:long runs them. */
const LONG_TESTS = "**/*.long.test.ts";

const project = (name: string, ...include: string[]) => ({
  extends: true as const,
  test: { name, include, exclude: [...configDefaults.exclude, LONG_TESTS] },
});

export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: ".cache/test-results/short.json" }]],
    // Half of the time is spent waiting for virtual boards and real brokers: two files at a time, on two cores too.
    maxWorkers: 2,
    // Only what hangs is to be ended: the first test of a file builds the firmware, which a busy machine takes long for.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // The gateway imports MicroPython's modules: under Node, stand-ins take their place.
      { ...project("unit", "firmware-ts/**/*.test.ts", "scripts/**/*.test.ts"), resolve: { alias: deviceModules } },
      project("compiler", "transpiler/**/*.test.ts"),
      project("board", "board-tests/**/*.test.ts"),
    ],
  },
});
