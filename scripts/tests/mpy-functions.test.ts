// npm run build -- --report: the functions of a .mpy.
import { describe, expect, test } from "vitest";
import { toBytecode } from "../build/bytecode.ts";
import { mpyFunctions } from "../build/mpy-functions.ts";
import { mpyCross } from "../python-tools/index.ts";

const PYTHON = `import gc


def first(a, b=2, *, keyword, another=3):
    return a + b + keyword + another


class Counter:
    def __init__(self, start):
        self.value = start

    def far(self, a, b, c, d, e, f, g, h):
        many = (1, "text", 3.5, b"x", None, True, 1 << 40)
${"\n".repeat(300)}
        return [x for x in many]


double = lambda x: x * 2
`;

describe("the functions of a .mpy file", () => {
  test("are found with their lines and bytes", async () => {
    const [mpy = Buffer.alloc(0)] = await toBytecode(await mpyCross(), [{ path: "a.py", text: PYTHON }]);
    const found = mpyFunctions(mpy);
    expect(found.map(({ line }) => line)).toEqual([1, 5, 1, 10, 13, 315, 318]);
    const bytes = found.reduce((sum, one) => sum + one.bytes, 0);
    expect(bytes).toBeLessThan(mpy.length);
    expect(bytes).toBeGreaterThan(mpy.length / 3);
  });

  test.each([
    ["something else", Buffer.from("print(1)\n"), /no \.mpy file of format 6/],
    ["an older format", Buffer.from([0x4d, 5, 0, 31]), /no \.mpy file of format 6/],
    ["native code", Buffer.from([0x4d, 6, 4 << 2, 31]), /native code/],
    ["half of a file", Buffer.from([0x4d, 6, 3, 31, 5]), /ends in the middle/],
  ])("are not looked for in %s", (_what, content, sentence) => {
    expect(() => mpyFunctions(content)).toThrow(sentence);
  });
});
