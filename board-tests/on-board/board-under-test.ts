// The board that npm run test:board was given: what tests do with it, by the same code as the commands.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gatewayOn } from "../../scripts/build/project.ts";
import { type BuildReport, build } from "../../scripts/build.ts";
import { type Answerer, answererAt, ask, leadToPrompt } from "../../scripts/device/console.ts";
import { atPrompt, findMpremote, type Mpremote } from "../../scripts/device/mpremote.ts";
import { boardNamed } from "../../scripts/device/options.ts";
import { SerialLine } from "../../scripts/device/serial-line.ts";
import { Words } from "../../scripts/device/words.ts";
import { type FlashReport, flash } from "../../scripts/flash/flash.ts";
import { parseFlashOptions } from "../../scripts/flash/options.ts";

export class BoardUnderTest {
  private constructor(
    readonly port: string,
    readonly board: string,
    readonly mpremote: Mpremote,
    readonly build: BuildReport,
  ) {}

  /** The one that the command named by the environment. */
  static async find(): Promise<BoardUnderTest> {
    const { SMS_GATEWAY_TEST_PORT: port, SMS_GATEWAY_TEST_BOARD: board } = process.env;
    if (port === undefined) throw new Error("npm run test:board -- --port PORT runs these tests");
    const identity = boardNamed(board);
    const built = await build({ project: gatewayOn(identity) });
    return new BoardUnderTest(port, identity.name, await findMpremote(), built);
  }

  /** Throws a DeviceError. Whatever stands on the board may go. */
  flash(...args: string[]): Promise<FlashReport> {
    const options = parseFlashOptions(["--port", this.port, "--board", this.board, "--yes", ...args]);
    if (options === null) throw new Error("these options ask for the help");
    return flash(options, { dist: join(this.build.device, ".."), manifest: this.build }, new Words(true));
  }

  async withLine<T>(use: (line: SerialLine) => Promise<T>): Promise<T> {
    const line = await SerialLine.openSoon(this.port, 20_000);
    return use(line).finally(() => line.close());
  }

  async whoAnswers(): Promise<Answerer> {
    const { answerer, line } = await answererAt(this.port);
    await line.close();
    return answerer;
  }

  /** One question to the running gateway. */
  ask(command: string, key: string): Promise<Record<string, unknown> | null> {
    return this.withLine((line) => ask(line, command, key));
  }

  async toPrompt(): Promise<void> {
    const { answerer, line } = await answererAt(this.port);
    await leadToPrompt(this.port, answerer, line);
  }

  /** What a program prints that is run at the prompt. */
  run(program: string): Promise<string> {
    return atPrompt(this.mpremote, this.port, [["exec", program]]);
  }

  async reset(): Promise<void> {
    await atPrompt(this.mpremote, this.port, [["reset"]]);
  }

  device(path: string): Buffer {
    return readFileSync(join(this.build.device, path));
  }
}
