// Runs Python programs on the VM in worker threads, with a limit in time: what goes in is files, what comes out is what the
// program printed and how it ended. Each run has a fresh VM; workers are kept warm between runs.
import type { Worker } from "node:worker_threads";
import { vmLocation } from "./location.ts";
import type { Program } from "./program.ts";
import type { RunMessage } from "./run-worker.ts";
import { startWorkerThread } from "./worker-thread.ts";

export interface RunOptions extends Program {
  /** Wall time after which the program is ended, in milliseconds; 10,000 when not said. */
  timeoutMs?: number;
  /** Called with what is printed, as it is printed. */
  onStdout?: (text: string) => void;
}

export interface RunResult {
  stdout: string;
  /** MicroPython's traceback text, or null. After a time-out: null, and `timedOut` says so. */
  error: string | null;
  exitCode: number;
  timedOut: boolean;
}

/** As timeout(1) of coreutils gives it. */
const TIMED_OUT_EXIT_CODE = 124;
const TIMEOUT_MS_DEFAULT = 10_000;
/** A worker on a busy machine may take this long to start; it does not count against the program's time. */
const START_MS_MAX = 20_000;

interface Job {
  options: RunOptions;
  resolve(result: RunResult): void;
  reject(error: Error): void;
}

/** A few warm workers that share a queue of programs. */
export class VmPool {
  private readonly idle: Worker[] = [];
  private readonly queue: Job[] = [];
  private readonly busy = new Set<Worker>();
  private readonly size: number;
  private closed = false;

  /** `size`: programs that run at the same time; 1 when not said. */
  constructor(options: { size?: number } = {}) {
    this.size = options.size ?? 1;
  }

  /** Runs a program when a worker is free. Rejects only if the worker itself fails. */
  run(options: RunOptions): Promise<RunResult> {
    if (this.closed) return Promise.reject(new Error("the pool is closed"));
    return new Promise((resolve, reject) => {
      this.queue.push({ options, resolve, reject });
      this.next();
    });
  }

  /** Ends all workers; programs still running or waiting are rejected. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.queue.splice(0)) job.reject(new Error("the pool was closed"));
    await Promise.all([...this.idle.splice(0), ...this.busy].map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.queue.length === 0 || this.busy.size >= this.size) return;
    const worker = this.idle.pop() ?? startRunWorker();
    this.busy.add(worker);
    const job = this.queue.shift() as Job;
    runOn(worker, job.options).then(
      (result) => {
        this.busy.delete(worker);
        if (!result.timedOut) this.keep(worker);
        job.resolve(result);
        this.next();
      },
      (error: Error) => {
        this.busy.delete(worker);
        job.reject(error);
        this.next();
      },
    );
  }

  /** An idle worker does not keep the process alive. */
  private keep(worker: Worker): void {
    if (this.closed) return;
    worker.unref();
    this.idle.push(worker);
  }
}

function startRunWorker(): Worker {
  return startWorkerThread(new URL("./run-worker.ts", import.meta.url), { workerData: { location: vmLocation() } });
}

function runOn(worker: Worker, options: RunOptions): Promise<RunResult> {
  const { timeoutMs = TIMEOUT_MS_DEFAULT, onStdout, ...program } = options;
  const decoder = new TextDecoder();
  let stdout = "";
  const print = (text: string) => {
    stdout += text;
    if (text) onStdout?.(text);
  };
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      settled();
    };
    const finish = (end: Omit<RunResult, "stdout">) =>
      settle(() => {
        print(decoder.decode());
        resolve({ stdout, ...end });
      });
    const endAfter = (ms: number) =>
      setTimeout(() => {
        finish({ error: null, exitCode: TIMED_OUT_EXIT_CODE, timedOut: true });
        void worker.terminate();
      }, ms);
    const onMessage = (message: RunMessage) => {
      if ("started" in message) {
        clearTimeout(timer);
        timer = endAfter(timeoutMs);
      } else if ("output" in message) print(decoder.decode(message.output, { stream: true }));
      else finish({ ...message.end, timedOut: false });
    };
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = () => onError(new Error("the worker of the VM ended"));
    let timer = endAfter(START_MS_MAX + timeoutMs);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.ref();
    worker.postMessage(program);
  });
}

let sharedPool: VmPool | undefined;

/** Runs one program on a pool that this process shares. */
export function runOnVm(options: RunOptions): Promise<RunResult> {
  sharedPool ??= new VmPool({ size: 2 });
  return sharedPool.run(options);
}
