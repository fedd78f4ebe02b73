// npm run sim:modem: what its options may be.
import { describe, expect, it } from "vitest";
import { parseModemOptions } from "../run-modem.ts";
import { UsageError } from "../sim-options.ts";

describe("the emulated modem's options", () => {
  it("are a SIM800 without a PIN, if only the port is named", () => {
    expect(parseModemOptions(["--link", "/tmp/modem"])).toEqual({
      link: "/tmp/modem",
      model: "sim800",
      pin: null,
      verbose: false,
    });
  });

  it("name another modem and a PIN", () => {
    const options = parseModemOptions(["--link", "x", "--model", "a7670", "--pin", "1234", "--verbose"]);
    expect(options).toEqual({ link: "x", model: "a7670", pin: "1234", verbose: true });
  });

  it("with --help are not looked at", () => {
    expect(parseModemOptions(["--help"])).toBeNull();
  });

  it.each([
    [[], /Where shall the port be/],
    [["--link", "x", "--model", "nokia"], /--model nokia: there is no such modem here, only sim800, sim7600, a7670/],
    [["--link", "x", "--pin", "12"], /--pin 12: a PIN has four to eight digits/],
    [["--link", "x", "--speed", "9"], /npm run sim:modem -- --help/],
  ] as const)("%j are refused with a sentence", (args, sentence) => {
    const parse = () => parseModemOptions([...args]);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(sentence);
  });
});
