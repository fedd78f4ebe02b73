// The first turn of setup mode: builds it when all that only the start or the gateway needs has left the heap
// (runtime-py/starting.py), so that it comes to lie there, and what is free stays in one piece.
import { collect } from "gc";
import { openFactoryReset } from "./drivers/factory-reset.late.ts";
import type { SetupFacts } from "./setup-facts.ts";
import { startSetup } from "./start-setup.late.ts";

export class SetupGate {
  private mode: { turn(): void } | null = null;
  private facts: SetupFacts | null;

  /** @param isReset a factory reset goes on */
  constructor(
    facts: SetupFacts,
    private readonly isReset: boolean,
  ) {
    this.facts = facts;
  }

  turn(): void {
    const { facts, mode } = this;
    if (mode !== null) mode.turn();
    else if (facts !== null) this.open(facts);
  }

  private open(facts: SetupFacts): void {
    this.facts = null;
    collect();
    const eraser = this.isReset ? openFactoryReset(facts.port, facts.clock) : null;
    this.mode = startSetup(facts, eraser);
    collect();
  }
}
