// Optional fields and methods: present, absent, deleted by setting, tested and called if there.
interface Plugin {
  name: string;
  version?: number;
  init?(log: (text: string) => void): void;
  format?: (text: string) => string;
  children?: Plugin[];
}
const log: string[] = [];
const plugins: Plugin[] = [
  { name: "plain" },
  { name: "loud", format: (t) => t.toUpperCase(), version: 0 },
  { name: "full", init: (say) => say("init full"), children: [{ name: "child", version: 3 }] },
];
for (const p of plugins) {
  p.init?.((t) => log.push(t));
  log.push(p.format?.(p.name) ?? p.name);
  log.push(`v${p.version ?? "-"} c${p.children?.length ?? 0} ${p.children?.[0]?.version ?? "none"}`);
}
console.log(log.join(" | "));
const versions = plugins.map((p) => p.version).filter((v): v is number => v !== undefined);
console.log(
  versions.join(),
  plugins.some((p) => p.version === undefined),
  plugins.find((p) => p.init)?.name,
);
const patch = (p: Plugin, changes: Partial<Plugin>): Plugin => ({ ...p, ...changes });
const patched = patch(plugins[0], { version: 9 });
console.log(Object.keys(patched).join(), "version" in plugins[0], "version" in patched, patched.version);
patched.version = undefined;
console.log(Object.keys(patched).join(), patched.version ?? "unset", typeof plugins[2].init, !plugins[0].format);
