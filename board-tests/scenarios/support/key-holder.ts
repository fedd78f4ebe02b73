// Somebody with the key, on Node's own crypto: reads what a gateway has sealed, and signs commands. Written from
// docs/end-to-end.md.
import { createDecipheriv, createHmac, hkdfSync } from "node:crypto";

export class KeyHolder {
  /** @param key 64 hexadecimal digits */
  constructor(readonly key: string) {}

  /** null for what is not genuine. */
  read(topic: string, payload: string): Record<string, unknown> | null {
    const { encrypted, ...open } = JSON.parse(payload);
    const frame = Buffer.from(encrypted, "base64url");
    const body = frame.subarray(0, -32);
    const mac = createHmac("sha256", this.part("mac")).update(body.subarray(0, 1));
    const tag = mac
      .update(`${topic}\0${open.id ?? ""}\0`)
      .update(body.subarray(1))
      .digest();
    if (!tag.equals(frame.subarray(-32))) return null;
    const cipher = createDecipheriv("aes-256-cbc", this.part("enc"), body.subarray(1, 17));
    return { ...open, ...JSON.parse(cipher.update(body.subarray(17), undefined, "utf8") + cipher.final("utf8")) };
  }

  sign(topic: string, command: object): string {
    const octets = Buffer.from(JSON.stringify(command));
    const sig = createHmac("sha256", this.part("mac")).update(`${topic}\0`).update(octets).digest("hex");
    return JSON.stringify({ signed: octets.toString("base64url"), sig });
  }

  private part(label: string): Buffer {
    return Buffer.from(hkdfSync("sha256", Buffer.from(this.key, "hex"), "", label, 32));
  }
}
