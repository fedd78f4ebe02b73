// Ctrl-C while the board is worked on: a step that has begun ends first, so that no half of it is left behind.
import { Cancelled } from "./terminal.ts";

export class Interruption {
  private isWanted = false;
  private readonly note = () => {
    if (!this.isWanted) console.error("\nCtrl-C: this step ends first …");
    this.isWanted = true;
  };

  /** From now on Ctrl-C ends nothing by itself. */
  begin(): void {
    process.on("SIGINT", this.note);
  }

  end(): void {
    process.off("SIGINT", this.note);
  }

  /** Throws Cancelled when Ctrl-C was pressed. */
  check(): void {
    if (this.isWanted) throw new Cancelled();
  }
}
