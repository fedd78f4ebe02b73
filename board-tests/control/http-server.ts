// The HTTP interface on 127.0.0.1: finds the route, runs it, answers. What the routes do is in routes.ts.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Refusal, readJsonObject, requireLoopback } from "./http-request.ts";
import { listen } from "./listen.ts";

export interface RouteRequest {
  /** The JSON object of a POST; empty for GET. */
  body: Record<string, unknown>;
  query: URLSearchParams;
}

/** What a route answers: a type and its content, or anything else as JSON. */
export type RouteAnswer =
  | { type: "image/png" | "text/plain; charset=utf-8"; content: Uint8Array | string }
  | { json: unknown };

export type Route = (request: RouteRequest) => Promise<RouteAnswer>;

/** Routes by method and path, such as `POST /api/switch`. */
export type RouteTable = Readonly<Record<string, Route>>;

export interface HttpInterface {
  port: number;
  close(): Promise<void>;
}

/** Starts to serve `routes` on the loopback interface; port 0 takes a free one. Rejects with the system's error. */
export async function serve(routes: RouteTable, port: number): Promise<HttpInterface> {
  const server = createServer((request, response) => void answer(routes, request, response));
  await listen(server, port);
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(routes: RouteTable, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    requireLoopback(request);
    const url = new URL(request.url ?? "/", "http://localhost");
    const route = findRoute(routes, request.method ?? "GET", url.pathname);
    const body = request.method === "POST" ? await readJsonObject(request) : {};
    send(response, 200, await route({ body, query: url.searchParams }));
  } catch (error) {
    const status = error instanceof Refusal ? error.status : 500;
    send(response, status, { json: { error: error instanceof Error ? error.message : String(error) } });
  }
}

function findRoute(routes: RouteTable, method: string, path: string): Route {
  const route = routes[`${method === "HEAD" ? "GET" : method} ${path}`];
  if (route) return route;
  const methods = Object.keys(routes)
    .filter((key) => key.endsWith(` ${path}`))
    .map((key) => key.split(" ")[0]);
  if (methods.length > 0) throw new Refusal(405, `${path} takes ${methods.join(" and ")}, not ${method}.`);
  const known = Object.keys(routes).join(", ");
  throw new Refusal(404, `There is no ${path} here. There are: ${known}.`);
}

function send(response: ServerResponse, status: number, answer: RouteAnswer): void {
  const isJson = "json" in answer;
  const content = isJson ? `${JSON.stringify(answer.json, null, 2)}\n` : answer.content;
  response.writeHead(status, {
    "Content-Type": isJson ? "application/json; charset=utf-8" : answer.type,
    "Content-Length": Buffer.byteLength(content),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    // After a refusal the rest of the body is not read: the connection is of no more use.
    ...(status === 200 ? {} : { Connection: "close" }),
  });
  response.end(content);
}
