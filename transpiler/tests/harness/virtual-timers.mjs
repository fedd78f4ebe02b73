// Node's timers in virtual time, put before each bundled program: a busy machine delays real timers by different amounts,
// and the order of two that are 1 ms apart would then be chance. Waiting costs nothing either.
// As Node: at least 1 ms, equal times in the order of their making, promises between any two callbacks, an interval set
// again after its callback (nodejs.org, timers; lib/internal/timers.js).
{
  let now = 0;
  let made = 0;
  let scheduled = false;
  const waiting = new Set();

  const arm = (timer) => {
    timer.due = now + timer.delay;
    timer.order = made++;
    waiting.add(timer);
    schedule();
  };

  const schedule = () => {
    if (scheduled || waiting.size === 0) return;
    scheduled = true;
    setImmediate(turn);
  };

  const turn = () => {
    scheduled = false;
    const [next] = [...waiting].sort((a, b) => a.due - b.due || a.order - b.order);
    if (next === undefined) return;
    waiting.delete(next);
    now = next.due;
    next.task(...next.args);
    if (next.repeats && !next.cleared) arm(next);
    schedule();
  };

  const start = (task, delay, args, repeats) => {
    const timer = { task, args, repeats, delay: delay >= 1 && delay < 2 ** 31 ? Math.trunc(delay) : 1 };
    arm(timer);
    return timer;
  };

  const clear = (timer) => {
    if (timer) timer.cleared = true;
    waiting.delete(timer);
  };

  globalThis.setTimeout = (task, delay, ...args) => start(task, delay, args, false);
  globalThis.setInterval = (task, delay, ...args) => start(task, delay, args, true);
  globalThis.clearTimeout = clear;
  globalThis.clearInterval = clear;
}
