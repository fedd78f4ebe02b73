// A chain of middleware, synchronous and asynchronous, that may answer, pass on, change and time.
interface Request {
  readonly path: string;
  readonly user?: string;
}
interface Response {
  status: number;
  body: string;
  headers: Record<string, string>;
}
type Next = () => Promise<Response>;
type Middleware = (request: Request, next: Next) => Promise<Response>;
const respond = (status: number, body: string): Response => ({ status, body, headers: {} });
class App {
  private readonly chain: Middleware[] = [];
  use(...middleware: Middleware[]): this {
    this.chain.push(...middleware);
    return this;
  }
  handle(request: Request): Promise<Response> {
    const run = (i: number): Promise<Response> => {
      return i < this.chain.length
        ? this.chain[i](request, () => run(i + 1))
        : Promise.resolve(respond(404, "nothing here"));
    };
    return run(0);
  }
}
const log: string[] = [];
const logger: Middleware = async ({ path }, next) => {
  log.push(`> ${path}`);
  const response = await next();
  log.push(`< ${path} ${response.status}`);
  return response;
};
const errors: Middleware = async (_, next) => {
  try {
    return await next();
  } catch (e) {
    return respond(500, e instanceof Error ? e.message : "?");
  }
};
const auth: Middleware = async ({ path, user }, next) =>
  path.startsWith("/private") && !user ? respond(401, "who?") : next();
const headers: Middleware = async (_, next) => {
  const response = await next();
  response.headers["x-length"] = `${response.body.length}`;
  return response;
};
const pages: Middleware = async ({ path, user = "guest" }, next) => {
  if (path === "/") return respond(200, `welcome ${user}`);
  if (path === "/private/me") return respond(200, user.toUpperCase());
  if (path === "/boom") throw new TypeError("exploded");
  return next();
};
const app = new App().use(logger, errors, auth).use(headers, pages);
const answers = await Promise.all(
  [
    { path: "/" },
    { path: "/private/me" },
    { path: "/private/me", user: "ann" },
    { path: "/boom" },
    { path: "/lost" },
  ].map((r: Request) => app.handle(r)),
);
for (const { status, body, headers } of answers) console.log(status, body, JSON.stringify(headers));
for (const line of log) console.log(line);
export {};
