// Ten programs that have, between them, every kind of statement and of function.
export const probedPrograms = [
  "classes/accessors",
  "classes/initialisation-order",
  "closures/functions-that-make-functions",
  "control/labels-through-switch",
  "control/try-finally",
  "async/rejections",
  "programs/at-lines",
  "programs/scheduler",
  "programs/state-machine",
  "programs/words-and-numerals",
];
