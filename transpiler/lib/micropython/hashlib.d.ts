// MicroPython's hashlib module.
declare module "hashlib" {
  export class sha256 {
    constructor();
    update(data: ReadonlyUint8Array): void;
    digest(): ReadonlyUint8Array;
  }
}
