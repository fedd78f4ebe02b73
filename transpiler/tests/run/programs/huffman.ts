// Huffman codes: frequencies, a tree, a table of codes, bits written to bytes and read back.
type Tree = { weight: number; order: number; text: string; zero: Tree | null; one: Tree | null };
function buildTree(text: string): Tree {
  const counts = new Map<string, number>();
  for (const c of text) counts.set(c, (counts.get(c) ?? 0) + 1);
  let order = 0;
  const forest: Tree[] = [...counts].map(([c, weight]) => ({ weight, order: order++, text: c, zero: null, one: null }));
  while (forest.length > 1) {
    forest.sort((a, b) => a.weight - b.weight || a.order - b.order);
    const [zero, one] = forest.splice(0, 2);
    forest.push({ weight: (zero.weight + one.weight) & 0xffff, order: order++, text: "", zero, one });
  }
  return forest[0];
}
function codes(tree: Tree): Map<string, string> {
  const table = new Map<string, string>();
  const walk = ({ text, zero, one }: Tree, path: string): void => {
    if (zero && one) {
      walk(zero, `${path}0`);
      walk(one, `${path}1`);
    } else table.set(text, path || "0");
  };
  walk(tree, "");
  return table;
}
function encode(text: string, table: ReadonlyMap<string, string>): { bytes: Uint8Array; bits: number } {
  const all = [...text].map((c) => table.get(c) ?? "").join("");
  const bytes = new Uint8Array(Math.ceil(all.length / 8));
  for (let i = 0; i < all.length; i++) if (all[i] === "1") bytes[i >> 3] |= 0x80 >> (i & 7);
  return { bytes, bits: all.length };
}
function decode({ bytes, bits }: { bytes: Uint8Array; bits: number }, tree: Tree): string {
  let out = "";
  let at = tree;
  for (let i = 0; i < bits; i++) {
    const next = bytes[i >> 3] & (0x80 >> (i & 7)) ? at.one : at.zero;
    at = next ?? at;
    if (at.zero === null) {
      out += at.text;
      at = tree;
    }
  }
  return out;
}
for (const text of ["abracadabra", "mississippi river", "aaaa", "naïve 😀😀"]) {
  const tree = buildTree(text);
  const table = codes(tree);
  const packed = encode(text, table);
  console.log(
    [...table].map(([c, code]) => c + code).join(" "),
    packed.bits,
    packed.bytes.join("."),
    decode(packed, tree) === text,
  );
}
