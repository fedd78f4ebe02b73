// Where the processor's time goes while messages come in, function by function, and what held the loop up longest while
// everything went on at once: on a charged board, with a VM that tells its frames, made for this run.
import type { HoldUp, ProfileEntry } from "../../board-tests/virtual-board/profiler.ts";
import { LogMapper } from "../../transpiler/src/index.ts";
import { makeVm, publishedWasm } from "../../transpiler/vm/make-vm.ts";
import { columns } from "../build/columns.ts";
import type { BuildReport } from "../build.ts";
import { fullMessage, gatewayBoard, start, withBoard } from "./gateway-board.ts";
import { throughHardTimes } from "./hard-times.ts";

const MESSAGES = 10;
const SPACING_MS = 3_100;
const ROWS = 60;

export interface Profile {
  /** What each function took in all, the dearest first. */
  readonly entries: readonly ProfileEntry[];
  readonly holdUps: readonly HoldUp[];
}

export async function profileOf({ device }: BuildReport): Promise<Profile> {
  const profiledVm = Uint8Array.from(makeVm(publishedWasm(), { tellFrames: true }));
  const options = { charged: true, profiledVm };
  const entries = await withBoard(await gatewayBoard(device, options), async (board) => {
    await start(board);
    await board.tell({ do: "profile-begin" });
    for (let number = 1; number <= MESSAGES; number++) {
      await board.hardware({ do: "modem-deliver", pdu: fullMessage(number) });
      await board.advance(SPACING_MS);
    }
    return (await board.tell({ do: "profile" })) as ProfileEntry[];
  });
  const holdUps = await withBoard(await gatewayBoard(device, options), async (board) => {
    await throughHardTimes(board);
    return (await board.tell({ do: "hold-ups" })) as HoldUp[];
  });
  return { entries, holdUps };
}

/** For each message, with the time until the next one; then the hold-ups. */
export function profileTable({ entries, holdUps }: Profile, { maps, build }: BuildReport): string {
  const mapper = new LogMapper(maps);
  mapper.map(`build ${build}`);
  const own = (name: string) => ownName(mapper, name);
  const each = (value: number) => (value / MESSAGES).toFixed(2);
  const rows = entries
    .slice(0, ROWS)
    .map(({ name, calls, selfMs, totalMs }) => [own(name), each(selfMs), each(totalMs), each(calls)]);
  const title = `Milliseconds of the board for each of ${MESSAGES} messages, ${SPACING_MS} ms apart:`;
  const heldUp = holdUps.map(({ atMs, ms, functions }) => {
    const shares = functions.map(({ name, selfMs }) => `  ${selfMs.toFixed(1)} ${own(name)}`);
    return [`${ms.toFixed(1)} ms until ${(atMs / 1000).toFixed(3)} s`, ...shares].join("\n");
  });
  const longest = "What held the loop up longest, and who was at work meanwhile, in ms; the rest was waiting:";
  return `${title}\n\n${columns([["function", "itself", "with what it calls", "calls"], ...rows])}\n\n${longest}\n\n${heldUp.join("\n")}`;
}

/** `app/gateway.ts:120 Gateway.turn`, of a place and a name as they are on the device. */
function ownName(mapper: LogMapper, name: string): string {
  const [, file, line, called] = /^(.*):(\d+) (.*)$/.exec(name) ?? [];
  if (called === undefined) return name;
  const mapped = mapper.map(`  File "${file}", line ${line}, in ${called}`);
  const [, place, own] = /^ {2}(\S+):\d+ in (.*)$/.exec(mapped) ?? [];
  return own === undefined ? name : `${place} ${own}`;
}
