// The modem's octets to lines, lines to events, headers to numbers; with noise anywhere.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AtDialogue } from "../domain/at/dialogue.ts";
import { LineAssembler } from "../domain/at/line-assembler.ts";
import { announcedSlot, decimal, listHeader, readHeader } from "../domain/at/parse.ts";
import { unhex } from "../fakes/hex-guard.ts";

/** Feeds octets in pieces, as they come from a wire. */
function linesOf(octets: Uint8Array, sizes: readonly number[]): string[] {
  const assembler = new LineAssembler();
  const lines: string[] = [];
  for (let at = 0, turn = 0; at < octets.length; turn++) {
    const space = assembler.space();
    const piece = octets.subarray(at, at + Math.min(sizes[turn % sizes.length] ?? 1, space.length));
    space.set(piece);
    assembler.received(piece.length);
    at += piece.length;
    for (let line = assembler.take(); line !== null; line = assembler.take()) lines.push(line);
  }
  return lines;
}

const sizes = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 5 });

describe("LineAssembler", () => {
  it("gives the same lines however the octets come", () => {
    const line = fc.stringMatching(/^[ -~]{1,360}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), sizes, (lines, pieces) => {
        const octets = Buffer.from(lines.map((text) => `\r\n${text}\r\n`).join(""));
        expect(linesOf(octets, pieces).filter((text) => text !== "")).toEqual(lines);
      }),
    );
  });

  it("reads the next whole line after any noise", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), sizes, (noise, pieces) => {
        const octets = Buffer.concat([noise, Buffer.from('\r\n+CMTI: "SM",7\r\n')]);
        expect(linesOf(octets, pieces).at(-1)).toBe('+CMTI: "SM",7');
      }),
    );
  });

  it("throws a line without end away, and says so", () => {
    const assembler = new LineAssembler();
    for (let i = 0; i < 20; i++) {
      const space = assembler.space();
      space.fill(0x41);
      assembler.received(space.length);
      expect(assembler.take()).toBeNull();
    }
    expect(assembler.takeDamage()).toBe(1);
  });
});

describe("AtDialogue", () => {
  const PDU = "0791448720003023240DD0E474D81C0EBB01";
  const events = (dialogue: AtDialogue, lines: string[]) => lines.map((line) => dialogue.accept(line, 0));

  it("tells an announcement from the answer around it", () => {
    const dialogue = new AtDialogue(unhex);
    dialogue.begin("+CMGR:", 5000, 0);
    expect(events(dialogue, ['+CMGR: 0,"",17', '+CMTI: "SM",3', PDU, "", "OK"])).toEqual([
      "header",
      "unsolicited",
      "pdu",
      "none",
      "final",
    ]);
    expect([dialogue.line, dialogue.outcome]).toEqual(["OK", "ok"]);
  });

  it("gives a report's PDU to the report, not to the listing that it interrupts", () => {
    const dialogue = new AtDialogue(unhex);
    dialogue.begin("+CMGL:", 20_000, 0);
    expect(events(dialogue, ['+CMGL: 1,0,"",17', "+CDS: 25", "00", PDU])).toEqual(["header", "none", "report", "pdu"]);
    expect(dialogue.line).toBe('+CMGL: 1,0,"",17');
  });

  it("calls an answer damaged whose PDU never came", () => {
    const dialogue = new AtDialogue(unhex);
    dialogue.begin("+CMGR:", 5000, 0);
    expect(events(dialogue, ['+CMGR: 0,"",17', "079144872000302G", "OK"]).at(-1)).toBe("final");
    expect(dialogue.outcome).toBe("damaged");
  });

  it("takes an end without a question for a stray one, and an echo for an echo", () => {
    const dialogue = new AtDialogue(unhex);
    expect(events(dialogue, ["OK", "ERROR", "+CMS ERROR: 321", "AT+CMGF=0"])).toEqual([
      "stray",
      "stray",
      "stray",
      "echo",
    ]);
  });

  it.each([
    ["OK", "ok"],
    ["ERROR", "error"],
    ["+CMS ERROR: 321", "gone"],
    ["+CMS ERROR: 314", "error"],
    ["+CME ERROR: 10", "error"],
  ])("ends with %s as %s", (line, outcome) => {
    const dialogue = new AtDialogue(unhex);
    dialogue.begin("", 5000, 0);
    expect(dialogue.accept(line, 0)).toBe("final");
    expect(dialogue.outcome).toBe(outcome);
  });

  it("is overdue after its silence, counted from the last line of the answer", () => {
    const dialogue = new AtDialogue(unhex);
    dialogue.begin("+CMGL:", 1000, 0);
    dialogue.accept('+CMGL: 1,0,"",17', 900);
    dialogue.accept(PDU, 1000);
    expect([dialogue.isOverdue(1900), dialogue.isOverdue(2001)]).toEqual([false, true]);
  });
});

describe("headers", () => {
  it.each([['+CMGL: 1,1,"",27'], ["+CMGL: 1,1,,27"], ["+CMGL: 1,1,27"], ['+CMGL: 1,1,"Doe, Jane",27']])(
    "reads %s",
    (line) => {
      expect(listHeader(line)).toEqual({ slot: 1, status: 1, length: 27 });
    },
  );

  it.each([
    ['+CMGL: 1,"REC READ","+44","","24/03/15,09:30:45+04"'],
    ["+CMGL: 1"],
    ["+CMGL: ,1,,27"],
    ["+CMGL: 1,7,,27"],
    ["+CMGL: 1,1,,2x"],
  ])("refuses %s", (line) => {
    expect(listHeader(line)).toBeNull();
  });

  it("reads the header of a single message", () => {
    expect(readHeader("+CMGR: 0,,27")).toEqual({ slot: -1, status: 0, length: 27 });
    expect(readHeader('+CMGR: "REC UNREAD","+447700900123","","26/11/22,09:30:45+04"')).toBeNull();
  });

  it.each([
    ['+CMTI: "SM",3', 3],
    ['+CMTI: "SM",3,"MMS PUSH"', 3],
    ['+CMTI: "ME",12,"MMS PUSH",2,1', 12],
    ["+CMTI: ", -1],
    ['+CMTI: "SM",', -1],
  ])("reads the slot of %s", (line, slot) => {
    expect(announcedSlot(line)).toBe(slot);
  });

  it("reads decimal digits and nothing else", () => {
    fc.assert(
      fc.property(fc.nat(99_999), (value) => {
        expect(decimal(String(value))).toBe(value);
      }),
    );
    for (const text of ["", "-1", "1.5", "123456", "0x1", "１"]) expect(decimal(text)).toBe(-1);
  });
});
