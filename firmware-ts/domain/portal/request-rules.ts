// What a request's head deserves before its body is read: who may ask for what. The order of the questions is the order of the
// statuses: whom it is for, whether it comes from the portal's own page, whether it may change something, and what it brings.
import type { PortalToken } from "./portal-token.ts";
import type { RequestHead } from "./request-head.ts";

export const PORTAL_URL = "http://192.168.4.1/";
const HOST = "192.168.4.1";
const ORIGIN = "http://192.168.4.1";

/** Octets of a body. */
export const JSON_OCTETS_MAX = 4096;
export const FILE_OCTETS_MAX = 8192;

/** A question or an order, with what its body is. */
export type Route =
  | "none"
  | "elsewhere"
  | "page"
  | "german"
  | "setup"
  | "status"
  | "settings"
  | "test"
  | "save"
  | "reset"
  | "ca"
  | "client"
  | "key";

const GETS = "/=page /de=german /api/setup=setup /api/status=status ";
const POSTS =
  "/api/settings=settings /api/test=test /api/save=save /api/reset=reset /api/files/ca=ca /api/files/client=client /api/files/key=key ";

/** Whether it is for the portal itself: else a phone looks for the internet. */
export function isForPortal(head: RequestHead): boolean {
  return head.host === HOST || head.host === `${HOST}:80`;
}

/** elsewhere: what asks for something else is sent to the page. */
export function routeOf(head: RequestHead): Route {
  const { method, path } = head;
  if (method === "GET") return isForPortal(head) ? routeIn(GETS, path) : "elsewhere";
  const route = method === "POST" && isForPortal(head) ? routeIn(POSTS, path) : "none";
  return route === "elsewhere" ? "none" : route;
}

function routeIn(routes: string, path: string): Route {
  for (const each of routes.split(" ")) {
    if (path !== "" && each.startsWith(`${path}=`)) return each.slice(path.length + 1) as Route;
  }
  return "elsewhere";
}

/** Whether the body is a file's octets, and not JSON. */
export function isFile(route: Route): boolean {
  return route === "ca" || route === "client" || route === "key";
}

/**
 * The status of what is refused at its head; 0 for what is not. A wrong token is counted.
 * @param route routeOf(head)
 */
export function refusalOf(head: RequestHead, route: Route, token: PortalToken): int<0, 599> {
  if (head.status > 0) return head.status;
  if (head.method !== "GET" && head.method !== "POST") return 405;
  if (head.method === "GET") return head.origin === "" || head.origin === ORIGIN || route === "elsewhere" ? 0 : 403;
  if (!isForPortal(head)) return 403;
  if (route === "none") return 404;
  if (head.origin !== "" && head.origin !== ORIGIN) return 403;
  if (token.isLocked()) return 423;
  if (!token.accepts(head.token)) return 403;
  if (!isOfType(head.type, isFile(route) ? "application/octet-stream" : "application/json")) return 415;
  if (head.length < 0) return 411;
  return head.length > (isFile(route) ? FILE_OCTETS_MAX : JSON_OCTETS_MAX) ? 413 : 0;
}

/** Parameters may follow, such as a character set. */
function isOfType(said: string, wanted: string): boolean {
  const [type = ""] = said.split(";");
  return type.trim().toLowerCase() === wanted;
}

/** What a status means, for the first line of an answer, and what somebody who reads it is to do. */
const STATUSES = `
200:OK:
202:Accepted:
302:Found:
400:Bad Request:The request makes no sense.
403:Forbidden:Load the page anew: this request does not come from it.
404:Not Found:There is no such thing here.
405:Method Not Allowed:Only GET and POST are answered.
409:Conflict:There are no settings to go on with: send them first.
411:Length Required:The request must say how long it is.
413:Content Too Large:That is too long.
415:Unsupported Media Type:The body is of another kind than is taken here.
422:Unprocessable Content:
423:Locked:Too many wrong tokens: turn the gateway off and on.
429:Too Many Requests:A test has just begun: wait five seconds.
431:Request Header Fields Too Large:The request's head is too long.
500:Internal Server Error:The flash is full or cannot be written.
503:Service Unavailable:The gateway is busy: try again.
`;

/** The words of the status line. */
export function reasonOf(status: int<100, 599>): string {
  return columnsOf(status)[1] ?? "";
}

/** A sentence for a person; "" for what is no error. */
export function errorOf(status: int<100, 599>): string {
  return columnsOf(status)[2] ?? "";
}

function columnsOf(status: int<100, 599>): string[] {
  const at = STATUSES.indexOf(`\n${status}:`) + 1;
  // A sentence may have colons in it.
  const line = STATUSES.slice(at, STATUSES.indexOf("\n", at));
  const colon = line.indexOf(":", 4);
  return [line.slice(0, 3), line.slice(4, colon), line.slice(colon + 1)];
}
