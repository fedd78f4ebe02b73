// npm run test:long: the tests that take minutes (soaks, generated programs, other brokers).
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { deviceModules } from "./firmware-ts/fakes/aliases.ts";

/** The longest begin first, by minutes on two cores: one of them at the end would run alone. */
const LONGEST = [
  "node-failures",
  "adafruit-io",
  "watch",
  "generated",
  "edited",
  "broker",
  "bad-input",
  "wifi",
  "flash",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.long.test.ts`));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  // As in vitest.config.ts, for tests of the gateway's own modules.
  resolve: { alias: deviceModules },
  test: {
    include: ["**/*.long.test.ts"],
    reporters: ["default", ["json", { outputFile: ".cache/test-results/long.json" }]],
    // Much of the time is spent waiting for boards in real time: three files at a time, on two cores too.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 15 * 60_000,
    passWithNoTests: true,
  },
});
