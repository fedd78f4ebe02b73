// URLs taken apart, and a router with parameters, wildcards and middleware.
interface Url {
  path: string[];
  query: Record<string, string>;
  hash: string | null;
}
const hexValue = (c: string): number => "0123456789abcdef".indexOf(c.toLowerCase());
const decode = (text: string): string => {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === "+") out += " ";
    else if (c === "%" && i + 2 < text.length && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0) {
      out += String.fromCharCode(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
      i += 2;
    } else out += c;
  }
  return out;
};
function parseUrl(url: string): Url {
  const [beforeHash, hash] = url.split("#"); //! stops
  const [path, query = ""] = beforeHash.split("?");
  const result: Url = {
    path: path
      .split("/")
      .filter((p) => p !== "")
      .map(decode),
    query: {},
    hash: hash ?? null,
  };
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const [key, value = ""] = pair.split("=");
    result.query[decode(key)] = decode(value);
  }
  return result;
}
type Params = Record<string, string>;
type Handler = (params: Params, url: Url) => string;
class Router {
  private readonly routes: { parts: string[]; handler: Handler }[] = [];
  private readonly before: ((url: Url) => string | null)[] = [];
  use(check: (url: Url) => string | null): this {
    this.before.push(check);
    return this;
  }
  get(pattern: string, handler: Handler): this {
    this.routes.push({ parts: pattern.split("/").filter((p) => p !== ""), handler });
    return this;
  }
  handle(text: string): string {
    const url = parseUrl(text);
    for (const check of this.before) {
      const answer = check(url);
      if (answer !== null) return answer;
    }
    for (const { parts, handler } of this.routes) {
      const params = this.match(parts, url.path);
      if (params) return handler(params, url);
    }
    return `404 /${url.path.join("/")}`;
  }
  private match(parts: string[], path: string[]): Params | null {
    const params: Params = {};
    for (const [i, part] of parts.entries()) {
      if (part === "*") return { ...params, rest: path.slice(i).join("/") };
      if (i >= path.length) return null;
      if (part.startsWith(":")) params[part.slice(1)] = path[i];
      else if (part !== path[i]) return null;
    }
    return parts.length === path.length ? params : null;
  }
}
const router = new Router()
  .use(({ query }) => (query.token === "bad" ? "403" : null))
  .get("/", () => "home")
  .get("/users/:id", ({ id }, { query }) => `user ${id} ${query.tab ?? "main"}`)
  .get("/users/:id/posts/:post", ({ id, post }, { hash }) => `post ${post} of ${id} ${hash ?? "top"}`)
  .get("/files/*", ({ rest }) => `file <${rest}>`);
for (const u of [
  "/",
  "/users/7",
  "/users/7?tab=a%20b+c&x",
  "/users/7/posts/9#end",
  "/files/a/b%2Fc",
  "/files",
  "/nope/1",
  "/users/1?token=bad",
])
  console.log(u, "→", router.handle(u));
