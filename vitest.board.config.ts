// npm run test:board: what can be tested on a board by its USB port alone. One thing after the other: there is one board.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["board-tests/on-board/**/*.board.ts"],
    fileParallelism: false,
    reporters: ["verbose"],
    testTimeout: 3 * 60_000,
    hookTimeout: 3 * 60_000,
  },
});
