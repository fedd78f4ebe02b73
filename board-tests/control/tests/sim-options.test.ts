import { describe, expect, it } from "vitest";
import { brokerText, parseBrokerUrl } from "../broker-url.ts";
import { parseSimOptions, SIM_HELP } from "../sim-options.ts";
import { parseWatchOptions } from "../watch.ts";

describe("npm run sim", () => {
  it("needs no option", () => {
    expect(parseSimOptions([])).toEqual({
      broker: null,
      headless: false,
      uart: null,
      usb: null,
      data: ".sim",
      httpPort: 8080,
      mqttPort: 1883,
      speed: 1,
      settings: null,
      noSettings: false,
      networks: null,
      device: null,
      verbose: false,
    });
  });

  it("takes all of them", () => {
    const args = [
      "--headless",
      "--uart",
      "tcp://localhost:7000",
      "--data",
      "d",
      "--http",
      "1",
      "--mqtt",
      "2",
      "--settings",
      "s",
      "--verbose",
    ];
    expect(parseSimOptions([...args, "--broker", "mqtt://u:p%40@b:18"])).toMatchObject({
      broker: { host: "b", port: 18, user: "u", password: "p@" },
      uart: "tcp://localhost:7000",
      httpPort: 1,
      mqttPort: 2,
    });
    expect(parseSimOptions(["--speed", "max"])?.speed).toBe(Number.POSITIVE_INFINITY);
    expect(parseSimOptions(["--speed", "60"])?.speed).toBe(60);
  });

  it("explains every option that it has", () => {
    expect(parseSimOptions(["--help"])).toBeNull();
    for (const option of [
      "broker",
      "mqtt",
      "http",
      "headless",
      "verbose",
      "uart",
      "data",
      "settings",
      "no-settings",
      "networks",
      "speed",
      "device",
    ]) {
      expect(SIM_HELP).toContain(`--${option} `);
    }
  });

  it.each([
    [["--speed", "fast"], "--speed fast is no speed"],
    [["--speed", "0.5"], "--speed 0.5 is no speed"],
    [["--http", "99999"], "--http 99999 is no port"],
    [["--mqtt", "-1"], "Option '--mqtt' argument is ambiguous"],
    [["--broker", "ftp://x"], "--broker ftp://x is no broker"],
    [["--nope"], "Unknown option '--nope'"],
    [["word"], "word"],
    [["--speed", "max", "--uart", "tcp://x:1"], "--uart is a part of the real world"],
    [["--speed", "2", "--broker", "x"], "--broker is a part of the real world"],
  ])("%j is refused with a sentence", (args, sentence) => {
    expect(() => parseSimOptions(args)).toThrow(sentence);
  });
});

describe("addresses of brokers", () => {
  it.each([
    ["mqtt://host", "mqtt://host:1883"],
    ["host:1884", "mqtt://host:1884"],
    ["mqtt://user:secret@10.0.0.2:1", "mqtt://user@10.0.0.2:1"],
    ["mqtt://[::1]:1885/", "mqtt://[::1]:1885"],
    ["mqtts://host", "mqtts://host:8883"],
  ])("%s is understood, and shown without its password", (text, shown) => {
    const address = parseBrokerUrl(text);
    expect(address && brokerText(address)).toBe(shown);
  });

  it.each(["", "mqtt://", "https://host", "mqtt://host/path", "host:99999"])("%j is none", (text) => {
    expect(parseBrokerUrl(text)).toBeNull();
  });

  it("sim:watch looks at the simulator, or where it is told to", () => {
    expect(parseWatchOptions([])).toMatchObject({ broker: { host: "127.0.0.1", port: 1883 }, topic: "gateway/#" });
    expect(parseWatchOptions(["--broker", "b:5", "--topic", "x/#"])).toMatchObject({
      broker: { host: "b", port: 5 },
      topic: "x/#",
    });
    expect(() => parseWatchOptions(["--broker", "ws://x"])).toThrow("is no broker");
  });
});
