// One build at a time in a dist/: tests, the simulator and a shell may all start one at the same moment.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 25;

/** Runs `action` while holding the lock of `dist`; waits for another process, takes over from one that is gone. */
export async function withLock<T>(dist: string, action: () => Promise<T>): Promise<T> {
  mkdirSync(dist, { recursive: true });
  const lock = join(dist, ".lock");
  while (!tryLock(lock)) {
    if (holderIsGone(lock)) rmSync(lock, { force: true });
    else await sleep(POLL_MS);
  }
  try {
    return await action();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Makes the lock by a hard link, which is made whole with its holder's number or not at all. */
function tryLock(lock: string): boolean {
  const mine = `${lock}-${process.pid}-${Math.random().toString(36).slice(2)}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

function holderIsGone(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    process.kill(holder, 0);
    return false;
  } catch (error) {
    // ESRCH: no such process. EPERM: somebody else's, alive. ENOENT: the lock was just given back.
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
