// An INI file: sections, comments, typed values, defaults, and a report of what was wrong.
interface Settings {
  readonly network: { ssid: string; channel: number };
  readonly log: { level: "debug" | "info" | "warn"; colours: boolean };
}
const problems: string[] = [];
function parseIni(text: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current = "";
  for (const [i, raw] of text.split("\n").entries()) {
    const line = raw.split("#")[0].trim();
    if (line === "") continue;
    if (line.startsWith("[") && line.endsWith("]")) {
      current = line.slice(1, -1).toLowerCase();
      if (!sections.has(current)) sections.set(current, new Map());
      continue;
    }
    const at = line.indexOf("=");
    if (at < 1) {
      problems.push(`line ${i + 1}: ${line}`);
      continue;
    }
    sections.get(current)?.set(line.slice(0, at).trim(), line.slice(at + 1).trim()) ??
      problems.push(`line ${i + 1}: no section`);
  }
  return sections;
}
const oneOf = <T extends string>(value: string | undefined, allowed: readonly T[], otherwise: T): T => {
  const found = allowed.find((a) => a === value);
  if (found === undefined && value !== undefined) problems.push(`${value} is none of ${allowed.join("/")}`);
  return found ?? otherwise;
};
const toNumber = (value: string | undefined, min: number, max: number, otherwise: number): number => {
  if (value === undefined) return otherwise;
  let n = 0;
  for (const c of value) {
    const digit = c.charCodeAt(0) - 48;
    if (digit < 0 || digit > 9) {
      problems.push(`${value} is no number`);
      return otherwise;
    }
    n = Math.min(n * 10 + digit, 1000000);
  }
  if (n >= min && n <= max) return n;
  problems.push(`${n} is outside ${min}..${max}`);
  return otherwise;
};
function settingsOf(text: string): Settings {
  const ini = parseIni(text);
  const net = ini.get("network");
  const log = ini.get("log");
  return {
    network: { ssid: net?.get("ssid") ?? "none", channel: toNumber(net?.get("channel"), 1, 13, 6) },
    log: {
      level: oneOf(log?.get("level"), ["debug", "info", "warn"], "info"),
      colours: (log?.get("colours") ?? "yes") === "yes",
    },
  };
}
const texts = [
  "[Network]\nssid = home = sweet # mine\nchannel=11\n\n[log]\nlevel=warn\ncolours = no",
  "ssid=lost\n[network]\nchannel=99\nnonsense\n[log]\nlevel=loud",
  "[network]\nchannel=x1",
];
for (const text of texts) {
  problems.length = 0;
  console.log(JSON.stringify(settingsOf(text)));
  for (const problem of problems) console.log(" ", problem);
}
