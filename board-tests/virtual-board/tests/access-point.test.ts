// A board's own access point as a program meets it, and the phones that join it, in virtual time.
import { describe, expect, it } from "vitest";
import type { VirtualBoard } from "../board.ts";
import { KEY, SSID, withAccessPoint } from "./echo-portal.ts";
import { boardWith, printedBy } from "./with-board.ts";

const MINUTE = 60_000;
/** A program that does nothing more, and says every second who is there. */
const WATCHING = withAccessPoint(`
last = None
while True:
    now = (ap.isconnected(), len(ap.status('stations')))
    if now != last: print(now)
    last = now
    time.sleep_ms(100)
`);

function faultsOf(board: VirtualBoard): string[] {
  return board.log.flatMap((event) => (event.type === "fault" ? [event.text] : []));
}

function wifiOf(board: VirtualBoard): string[] {
  return board.log.flatMap((event) => (event.type === "wifi" ? [event.state] : []));
}

describe("an access point", () => {
  it("says what it is", async () => {
    const source = withAccessPoint(`
print(ap.active(), ap.status(), ap.isconnected(), ap.config('ssid'), ap.config('channel'), hex(ap.config('security')))
print(ap.ifconfig(), network.WLAN(network.STA_IF).active())
ap.active(False)
print(ap.active(), ap.status(), ap.ifconfig()[0])
for call in (lambda: ap.status('rssi'), lambda: network.WLAN(0).status('stations'), lambda: ap.config('size'), lambda: ap.config(size=1)):
    try: call()
    except ValueError as e: print(e)
`);
    expect(await printedBy(source)).toEqual([
      `True 3 False ${SSID} 3 0x400006`,
      "('192.168.4.1', '255.255.255.0', '192.168.4.1', '0.0.0.0') False",
      "False 0 0.0.0.0",
      "STA required",
      "AP required",
      "unknown config param",
      "unknown config param",
    ]);
  });

  it("that is on before it has its name is MicroPython's own, and the log says so", async () => {
    const source = `
import network
ap = network.WLAN(network.AP_IF)
ap.active(True)
ap.config(ssid='${SSID}', key='${KEY}')
`;
    const board = await boardWith(source);
    await board.advance(1000);
    expect(faultsOf(board)).toEqual(["MicroPython's default access point is on: everybody knows its key"]);
    expect(wifiOf(board)).toEqual([
      "access point PICO2B33 on, channel 3",
      "access point off",
      `access point ${SSID} on, channel 3`,
    ]);
    expect((await board.state()).accessPoint).toMatchObject({ active: true, ssid: SSID, key: KEY });
  });

  it("ends with a reset, and outlives the end of Python alone", async () => {
    const source = `
import network, sys, time
ap = network.WLAN(network.AP_IF)
print(ap.active())
if not ap.active():
    ap.config(ssid='${SSID}', key='${KEY}')
    ap.active(True)
    sys.exit()
time.sleep(10)
`;
    const board = await boardWith(source);
    await board.advance(1000);
    expect(board.stdout).toEqual(["False", "True"]);
    expect(wifiOf(board)).toHaveLength(1);
    await board.powerOff();
    await board.advance(1);
    expect(wifiOf(board).at(-1)).toBe("access point off");
    expect((await board.state()).accessPoint).toMatchObject({ active: false, ssid: "PICO2B33" });
  });
});

describe("a phone", () => {
  it("joins in 2 s, is seen, and leaves", async () => {
    const board = await boardWith(WATCHING);
    await board.advance(100);
    const phone = await board.during(board.phones.join(SSID, KEY));
    expect(board.nowMs).toBeLessThan(2200);
    expect(phone.address).toBe("192.168.4.16");
    await board.advance(200);
    await phone.leave();
    await board.advance(200);
    expect(board.stdout).toEqual(["(False, 0)", "(True, 1)", "(False, 0)"]);
  });

  it.each([
    ["a wrong key", SSID, "12345678", "wrong key"],
    ["another name", "SMS-Gateway-0000", KEY, "no network"],
  ])("with %s learns that", async (_case, ssid, key, trouble) => {
    const board = await boardWith(WATCHING);
    await board.advance(100);
    await expect(board.during(board.phones.join(ssid, key))).rejects.toThrow(trouble);
  });

  it("is the fifth, and finds the access point full", async () => {
    const board = await boardWith(WATCHING);
    await board.advance(100);
    const phones = [1, 2, 3, 4].map(() => board.phones.join(SSID, KEY));
    const addresses = (await board.during(Promise.all(phones))).map(({ address }) => address);
    expect(addresses).toEqual([16, 17, 18, 19].map((last) => `192.168.4.${last}`));
    await expect(board.during(board.phones.join(SSID, KEY))).rejects.toThrow("full");
  });

  it("comes back by itself when the access point was off for a while", async () => {
    const source = withAccessPoint(`
time.sleep(5)
ap.active(False)
time.sleep(20)
ap.active(True)
while True: time.sleep(1)
`);
    const board = await boardWith(source);
    await board.advance(100);
    const phone = await board.during(board.phones.join(SSID, KEY));
    await board.advance(4000);
    expect(phone.address).toBeNull();
    await board.runUntil(() => phone.address !== null, MINUTE);
    expect(phone.address).toBe("192.168.4.16");
    expect(board.nowMs).toBeGreaterThan(25_000);
    expect(board.nowMs).toBeLessThan(33_000);
  });
});

describe("one radio for both", () => {
  const TESTING = withAccessPoint(`
time.sleep(3)
sta = network.WLAN(network.STA_IF)
sta.active(True)
sta.connect('home', 'secret')
while sta.status() in (1, 2): time.sleep_ms(10)
print(sta.status(), ap.config('channel'))
while True: time.sleep(1)
`);

  it("a station that joins on another channel takes the access point along: phones lose it for some seconds", async () => {
    const accessPoints = [{ ssid: "home", key: "secret", channel: 11 }];
    const board = await boardWith(TESTING, { wifi: { accessPoints } });
    await board.advance(100);
    const phone = await board.during(board.phones.join(SSID, KEY));
    await board.runUntil(() => phone.address === null, MINUTE);
    expect(Math.round(board.nowMs / 1000)).toBe(6);
    await board.runUntil(() => phone.address !== null, MINUTE);
    expect(Math.round(board.nowMs / 1000)).toBe(12);
    expect(board.stdout).toEqual(["3 11"]);
  });

  it("so does one that is refused there, for its key", async () => {
    const accessPoints = [{ ssid: "home", key: "another", channel: 11 }];
    const board = await boardWith(TESTING, { wifi: { accessPoints } });
    await board.advance(100);
    const phone = await board.during(board.phones.join(SSID, KEY));
    await board.runUntil(() => phone.address === null, MINUTE);
    await board.advance(1000);
    expect(board.stdout).toEqual(["-3 11"]);
  });

  it("they stay lost where the board's options say so", async () => {
    const accessPoints = [{ ssid: "home", key: "secret", channel: 11 }];
    const board = await boardWith(TESTING, { wifi: { accessPoints, phonesReturnMs: null } });
    await board.advance(100);
    const phone = await board.during(board.phones.join(SSID, KEY));
    await board.advance(MINUTE);
    expect(phone.address).toBeNull();
  });

  it("on the same channel nobody notices", async () => {
    const accessPoints = [{ ssid: "home", key: "secret", channel: 3 }];
    const board = await boardWith(TESTING, { wifi: { accessPoints } });
    await board.advance(100);
    const phone = await board.during(board.phones.join(SSID, KEY));
    await board.advance(20_000);
    expect(board.stdout).toEqual(["3 3"]);
    expect(phone.address).toBe("192.168.4.16");
    expect(wifiOf(board).some((state) => state.includes("moves"))).toBe(false);
  });
});

describe("lwIP's way out is the interface that came last", () => {
  const ways = (steps: string) => `
import network, socket, time
sta = network.WLAN(network.STA_IF)
ap = network.WLAN(network.AP_IF)
ap.config(ssid='${SSID}', key='${KEY}')
def join():
    sta.active(True)
    sta.connect('home', 'secret')
    while sta.status() in (1, 2): time.sleep_ms(10)
def tries(host):
    s = socket.socket()
    s.settimeout(3)
    try:
        s.connect((host, 1883))
        print(host, 'connected')
    except OSError as e: print(host, e.errno)
    s.close()
${steps}
`;

  it("an access point after the station: a host of another network is not found, a neighbour is", async () => {
    const source = ways("join()\nap.active(True)\ntries('93.184.216.34')\ntries('10.0.0.1')");
    expect(await printedBy(source)).toEqual(["93.184.216.34 110", "10.0.0.1 connected"]);
  });

  it("when it goes off there is no way out at all: EHOSTUNREACH", async () => {
    const source = ways("join()\nap.active(True)\nap.active(False)\ntries('93.184.216.34')\ntries('10.0.0.1')");
    expect(await printedBy(source)).toEqual(["93.184.216.34 113", "10.0.0.1 connected"]);
  });

  it("a station that is turned off and on after the access point is the way out", async () => {
    const source = ways("join()\nap.active(True)\nsta.active(False)\njoin()\ntries('93.184.216.34')");
    expect(await printedBy(source)).toEqual(["93.184.216.34 connected"]);
  });
});
