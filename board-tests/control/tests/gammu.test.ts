// gammu takes the emulated modem for a real one. gammu.long.test.ts has the rest of what it does.
import { afterEach, expect, it } from "vitest";
import { pduOf } from "../../models/sim800/tests/fixture.ts";
import { inspectPdu } from "../../models/sim800/tpdu.ts";
import { describeWith } from "../../support/require-tool.ts";
import { Gammu } from "./gammu.ts";

let gammu: Gammu | undefined;

afterEach(() => gammu?.close());

describeWith(["gammu", "python3"], "gammu", () => {
  it("identifies the modem, lists and reads messages, sends one and deletes another", { timeout: 60_000 }, async () => {
    gammu = await Gammu.at();
    for (const text of ["first {one}", "żółw 🐢"]) gammu.modem.deliver(pduOf(text));
    const { text, code } = await gammu.batch(
      "identify",
      "getallsms",
      "getsms 1 2",
      'sendsms TEXT +447700900123 -text "Hello"',
      "deletesms 1 1",
    );
    expect(code, text).toBe(0);
    expect(text).toMatch(/Manufacturer +: SIMCOM_Ltd\n/);
    expect(text).toMatch(/IMEI +: 867322030012345\n/);
    expect(text).toMatch(/SIM IMSI +: 234100012345678\n/);
    expect(text).toContain("2 SMS parts in 2 SMS sequences");
    expect(text).toContain("first {one}");
    expect(text.match(/żółw 🐢/g)).toHaveLength(2);
    expect(text).toContain("message reference=1");
    const { sent, slots } = gammu.modem.report();
    expect(sent.map(({ pdu }) => inspectPdu(pdu).kind)).toEqual(["submit"]);
    expect(sent[0]?.pdu).toMatch(/0C914477000910320000FF05C8329BFD06$/);
    expect(slots.map(({ slot }) => slot)).toEqual([2]);
  });
});
