// What the page knows beside what stands in the form.
import type { Setup, Status } from "./portal-answers.ts";

export const page = {
  setup: { configured: false, networks: [], settings: {}, files: {}, problems: [] } as Setup,
  status: { modem: {}, test: null, idle_s: 600 } as Status,
  /** The settings that were tested last, as JSON. */
  tested: "",
  /** A test was asked for, and nothing was heard of it yet. */
  isAsked: false,
  /** The gateway restarts: there is nothing more to ask. */
  isOver: false,
};
