// What a board has and a computer lacks, or has no need of.
import type { Display } from "../ports/display.ts";
import type { LateCode } from "../ports/late-code.ts";
import type { Network, NetworkState } from "../ports/network.ts";

export class NoDisplay implements Display {
  rows(): number {
    return 4;
  }

  setRows(): void {}

  isThere(): boolean {
    return false;
  }

  show(): boolean {
    return false;
  }
}

/** The machine looks after its network itself; where it has none, the broker cannot be reached. */
export class MachineNetwork implements Network {
  poll(): void {}

  state(): NetworkState {
    return "up";
  }

  hasScanned(): boolean {
    return false;
  }

  isRestartDue(): boolean {
    return false;
  }
}

/** There is memory for all of the code. */
export class ResidentCode implements LateCode {
  loadNext(): boolean {
    return true;
  }

  forget(): void {}
}
