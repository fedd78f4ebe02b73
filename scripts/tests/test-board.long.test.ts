// npm run test:board on the virtual board behind a pseudo-terminal: mpremote, raw prompt, copy, hash, restart and
// interruption are the real ones.
import { expect, it } from "vitest";
import { describeWith } from "../../board-tests/support/require-tool.ts";
import { run } from "../python-tools/run.ts";
import { usbBoard } from "./support/usb-board.ts";

describeWith(["python3"], "npm run test:board", () => {
  it("passes on the virtual board, and names what it skips", async () => {
    const board = await usbBoard({ flash: { eraseMs: 2 } });
    const command = ["npm", "run", "--silent", "test:board", "--", "--port", board.path, "--yes"];
    const { status, stdout, stderr } = await run(command, { ...process.env, CI: "", NO_COLOR: "1" });
    const said = `${stdout}\n${stderr}`;
    expect(said).toMatch(/scenarios\/receiving\.test\.ts needs a modem/);
    const last = board.board.log.slice(-20).map((event) => JSON.stringify(event));
    expect(status, `${said}\n${last.join("\n")}`).toBe(0);
  });
});
