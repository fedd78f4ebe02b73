// npm run test:long: the tests that take minutes (soaks, generated programs, other brokers).
import { defineConfig } from "vitest/config";
import { deviceModules } from "./firmware-ts/fakes/aliases.ts";

export default defineConfig({
  // As in vitest.config.ts, for tests of the gateway's own modules.
  resolve: { alias: deviceModules },
  test: {
    include: ["**/*.long.test.ts"],
    reporters: ["default", ["json", { outputFile: ".cache/test-results/long.json" }]],
    // Most of the time is spent waiting for boards in real time: three files at a time, on two cores too.
    maxWorkers: 3,
    testTimeout: 15 * 60_000,
    passWithNoTests: true,
  },
});
