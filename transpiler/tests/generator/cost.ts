// How much a generated program may run: loops and calls multiply.

/** How often anything may run for each run of a function. */
export const RUNS_MAX = 400;

/** What a call of a function in a variable counts: nobody knows which one it is. */
export const CLOSURE_COST = 20;
