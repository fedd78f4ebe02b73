// runtime-py/restarts.py: what one start of the board leaves for the next.
declare module "restarts" {
  /** Why the start before this one ended; 0 without a word. 1 maintenance, 2 a crash, 3 something was stuck, 4 a wish, 5 for the setup mode, 6 for the gateway. */
  export const mark: int<0, 15>;
  /** What it was busy with: minutes since its start times 8, plus a task's number; 0: no gateway was running. */
  export const trail: u32;
  /** What the gateway is busy with now, which outlives a reset. */
  export function leave(trail: int<0, 134217735>): void;
  /** Restarts the board at once. @param mark for the next start */
  export function restart(mark: int<1, 15>): void;
}
