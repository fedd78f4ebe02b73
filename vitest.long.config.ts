// npm run test:long: the tests that take minutes (soaks, generated programs, other brokers).
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.long.test.ts"],
    reporters: ["default", ["json", { outputFile: ".cache/test-results/long.json" }]],
    testTimeout: 15 * 60_000,
    passWithNoTests: true,
  },
});
