// Stand-in for MicroPython's hashlib module.
import { createHash } from "node:crypto";

export class sha256 {
  private readonly hash = createHash("sha256");

  update(data: Uint8Array): void {
    this.hash.update(data);
  }

  digest(): Uint8Array {
    return Uint8Array.from(this.hash.digest());
  }
}

void ({ sha256 } satisfies typeof import("hashlib"));
