// Templates with loops, conditions and filters, compiled to a list of nodes and rendered.
type Data = { [key: string]: string | number | boolean | Data[] | undefined };
type Node =
  | { type: "text"; text: string }
  | { type: "value"; path: string; filters: string[] }
  | { type: "each"; path: string; body: Node[] }
  | { type: "if"; path: string; body: Node[]; otherwise: Node[] };
const filters: Record<string, (text: string) => string> = {
  upper: (t) => t.toUpperCase(),
  quote: (t) => `"${t}"`,
  first: (t) => t.slice(0, 1),
};
function compileTemplate(source: string): Node[] {
  const root: Node[] = [];
  const stack: { list: Node[]; closes: string }[] = [{ list: root, closes: "" }];
  const top = (): Node[] => stack[stack.length - 1].list;
  for (const [i, chunk] of source.split("{{").entries()) {
    const [inside, after] = (i === 0 ? `}}${chunk}` : chunk).split("}}");
    const [word, arg = ""] = inside.trim().split(" ");
    if (word === "#each") {
      const body: Node[] = [];
      top().push({ type: "each", path: arg, body });
      stack.push({ list: body, closes: "/each" });
    } else if (word === "#if") {
      const node: Node = { type: "if", path: arg, body: [], otherwise: [] };
      top().push(node);
      stack.push({ list: node.otherwise, closes: "/if" }, { list: node.body, closes: "else" });
    } else if (word.startsWith("/") || word === "else") {
      while (stack.length > 1 && stack[stack.length - 1].closes !== word) stack.pop();
      if (stack.length > 1) stack.pop();
    } else if (word !== "") {
      const [path, ...names] = inside.trim().split("|");
      top().push({ type: "value", path: path.trim(), filters: names.map((n) => n.trim()) });
    }
    if (after) top().push({ type: "text", text: after });
  }
  return root;
}
const isTrue = (v: Data[string]): boolean =>
  Array.isArray(v) ? v.length > 0 : v !== undefined && v !== false && v !== "" && v !== 0;
function render(nodes: Node[], data: Data): string {
  let out = "";
  for (const node of nodes) {
    if (node.type === "text") {
      out += node.text;
      continue;
    }
    const value = data[node.path];
    if (node.type === "value") {
      const text = value === undefined || Array.isArray(value) ? "?" : `${value}`;
      out += node.filters.reduce((t, name) => filters[name]?.(t) ?? t, text);
    } else if (node.type === "each")
      out += Array.isArray(value) ? value.map((item) => render(node.body, { ...data, ...item })).join("") : "";
    else out += render(isTrue(value) ? node.body : node.otherwise, data);
  }
  return out;
}
const page = compileTemplate(
  "Hi {{ name | upper }}!{{#if admin}} You rule.{{else}} Hello.{{/if}}{{#each items}} [{{id}}:{{title|quote}}{{#if hot}}*{{/if}}]{{/each}} {{missing}}{{name|first|first}}",
);
console.log(
  render(page, {
    name: "ann",
    admin: true,
    items: [
      { id: 1, title: "a", hot: true },
      { id: 2, title: "b", hot: false },
    ],
  }),
);
console.log(render(page, { name: "bob", admin: 0, items: [] }));
console.log(
  render(compileTemplate(""), {}) === "",
  render(compileTemplate("plain"), {}),
  compileTemplate("{{a}}{{b}}").length,
);
