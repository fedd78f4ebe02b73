// What the display says in the setup mode, on 64 and on 32 rows of dots.
import { describe, expect, it } from "vitest";
import { COLUMNS } from "../domain/screens/display-text.ts";
import { PICTURE } from "../domain/screens/screens.ts";
import { setupScreen } from "../domain/screens/setup-screen.ts";
import { SetupView } from "../domain/screens/setup-view.ts";

const SECOND_PAGE_MS = 4_000;

interface Look {
  readonly rows?: 8 | 4;
  readonly hasPicture?: boolean;
  readonly now?: number;
}

/** The lines without blanks at their ends; a picture as `~`. */
function shown(fields: Partial<SetupView>, { rows = 8, hasPicture = true, now = 0 }: Look = {}): string[] {
  const view = Object.assign(new SetupView(), { ssid: "SMS-Gateway-3F2A", key: "abcdefgh2345", isOpen: true }, fields);
  const lines = setupScreen(view, rows, hasPicture, now);
  expect(lines.length).toBeLessThanOrEqual(rows);
  for (const line of lines) expect(line).toMatch(new RegExp(`^[${PICTURE} -~]{0,${COLUMNS}}$`));
  return lines.map((line) => line.replace(PICTURE.padEnd(8), "~").trimEnd());
}

describe("who sets it up is told", () => {
  it("how to come in, beside the QR code", () => {
    expect(shown({})).toEqual(["~Setup:", "~SMS-Gate", "~way-3F2A", "~", "~key:", "~abcdef", "~gh2345", "~"]);
  });

  it("the same on 32 rows, and where the page is, in turns", () => {
    expect(shown({}, { rows: 4 })).toEqual(["Setup: Wi-Fi", "SMS-Gateway-3F2A", "key:", "abcdefgh2345"]);
    const second = ["Then open", "192.168.4.1", "No page? Turn", "mobile data off."];
    expect(shown({}, { rows: 4, now: SECOND_PAGE_MS })).toEqual(second);
  });

  it("where the page is, once a phone is in; and what another one needs", () => {
    const page = ["1 phone: open", "192.168.4.1", "No page? Turn", "mobile data off."];
    expect(shown({ phones: 1 })).toEqual([...page, "", "SMS-Gateway-3F2A", "key:", "abcdefgh2345"]);
    expect(shown({ phones: 2 }, { rows: 4 })[0]).toBe("2 phones: open");
    expect(shown({ phones: 2 }, { rows: 4, now: SECOND_PAGE_MS })[1]).toBe("SMS-Gateway-3F2A");
  });

  it("without a QR code the same in words", () => {
    const lines = shown({}, { hasPicture: false });
    for (const each of ["SMS-Gateway-3F2A", "abcdefgh2345", "192.168.4.1"]) expect(lines).toContain(each);
  });

  it("that the board looks around first", () => {
    expect(shown({ isOpen: false }, { rows: 4 })).toEqual(["Setup:", "looking for", "networks, 10 s", ""]);
  });

  it("that all is saved", () => {
    expect(shown({ isSaved: true, test: "wifi=done" }, { rows: 4 })).toEqual(["Saved.", "", "The gateway", "starts."]);
  });
});

describe("a test", () => {
  const RUNNING = "wifi=done,time=skipped,dns=done,tcp=running,tls=waiting,connack=waiting,message=waiting";

  it("is shown step by step", () => {
    expect(shown({ test: RUNNING })).toEqual([
      "Test",
      "Wi-Fi         ok",
      "Time           -",
      "Name          ok",
      "Broker       ...",
      "TLS",
      "Login",
      "Message",
    ]);
    expect(shown({ test: RUNNING }, { rows: 4 })).toEqual(["Test: 4 of 7", "Broker", "", "Keep the page."]);
  });

  it("that failed says what was wrong, and what to do", () => {
    const test = RUNNING.replace("running", "failed");
    const lines = ["Broker: failed", "refused", "port? running?", "See 192.168.4.1"];
    for (const rows of [8, 4] as const) expect(shown({ test, problem: "refused" }, { rows })).toEqual(lines);
    expect(shown({ test: "wifi=done,tls=failed", problem: "unknown-issuer" })[1]).toBe("unknown-issuer");
  });

  it("that went well says where to save", () => {
    expect(shown({ test: "wifi=done,tcp=done,message=done" }, { rows: 4 })).toEqual([
      "Test: all well",
      "Save it on",
      "the page:",
      "192.168.4.1",
    ]);
  });

  it.each([
    "no-network wrong-key no-address no-time no-name refused silent not-accepted unacknowledged",
    "connack-1 connack-2 connack-3 connack-4 connack-5",
    "unknown-issuer wrong-name expired not-yet-valid bad-certificate tls-files no-tls tls-refused tls-slow no-memory",
  ])("tells each problem within the columns: %s", (codes) => {
    for (const problem of codes.split(" ")) {
      const [, what] = shown({ test: "connack=failed", problem });
      expect(what).toMatch(/^[\w' ,?-]+$/);
    }
  });
});

describe("a factory reset", () => {
  it("is counted from the second closing on", () => {
    expect(shown({ closings: 1 })[0]).toBe("~Setup:");
    expect(shown({ closings: 2 }, { rows: 4 })).toEqual([
      "Erase all?",
      "closed 2 of 5",
      "To stop: wait",
      "10 seconds.",
    ]);
    expect(shown({ closings: 5, heldLeftS: 2 }, { rows: 4 }).slice(2)).toEqual(["Keep it closed", "for 2 s: erase."]);
    expect(shown({ closings: 5 }, { rows: 4 }).slice(2)).toEqual(["Close and hold", "it: erase."]);
  });

  it("asks about the SIM, shows how far it is, and says what is left", () => {
    expect(shown({ closings: 5, askLeftS: 9 }, { rows: 4 })).toEqual([
      "Erase the SIM's",
      "messages, too?",
      "Close it: yes",
      "Wait 9 s: no",
    ]);
    expect(shown({ erased: 45 }).slice(0, 2)).toEqual(["Erasing", "45 %"]);
    expect(shown({ erased: 100 })).toEqual(["Erased.", "It starts anew."]);
    expect(shown({ erased: 100, isSimLeft: true })).toEqual(["Erased.", "SIM's messages", "are still there."]);
  });
});
