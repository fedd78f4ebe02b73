// One request of a phone and its answer, with the moments of it: a client as a browser's, of one request a connection
// (RFC 9112).
import type { Clock, Scheduled } from "../../virtual-board/clock.ts";
import type { HttpReport, HttpRequest, PhoneTrouble } from "./phone-messages.ts";
import type { TcpEnd, TcpListener } from "./tcp-end.ts";

const TIMEOUT_MS_DEFAULT = 30_000;
const HEAD_END = "\r\n\r\n";

export class HttpExchange implements TcpListener {
  private connection: TcpEnd | undefined;
  private readonly startedAtMs: number;
  private connectedAtMs: number | null = null;
  private firstByteAtMs: number | null = null;
  private received = new Uint8Array(0);
  private readonly limit: Scheduled;
  private done = false;

  /** @param connect opens the connection, of which this hears */
  constructor(
    private readonly clock: Clock,
    private readonly request: HttpRequest,
    connect: (listener: TcpListener) => TcpEnd,
    private readonly report: (report: HttpReport) => void,
  ) {
    this.startedAtMs = clock.now();
    this.limit = clock.in(request.timeoutMs ?? TIMEOUT_MS_DEFAULT, () => this.end("timeout"));
    this.connection = connect(this);
  }

  opened(): void {
    this.connectedAtMs = this.clock.now();
    this.connection?.send(octetsOf(this.request));
  }

  data(bytes: Uint8Array): void {
    this.firstByteAtMs ??= this.clock.now();
    this.received = Uint8Array.from([...this.received, ...bytes]);
    const head = this.head();
    if (head?.length !== undefined && this.received.length >= head.end + head.length) this.end(null);
  }

  ended(): void {
    const head = this.head();
    if (!head) return this.end(this.received.length > 0 ? "malformed" : "cut short");
    this.end(head.length === undefined || this.received.length >= head.end + head.length ? null : "cut short");
  }

  failed(trouble: PhoneTrouble): void {
    this.end(trouble);
  }

  private head(): Head | undefined {
    return headIn(this.received, this.request.method ?? "GET");
  }

  private end(trouble: PhoneTrouble | null): void {
    if (this.done) return;
    this.done = true;
    this.clock.cancel(this.limit);
    if (trouble === "timeout") this.connection?.abort();
    else this.connection?.close();
    const head = this.head();
    this.report({
      trouble: trouble ?? (head?.status === 0 ? "malformed" : null),
      status: head?.status ?? 0,
      headers: head?.headers ?? {},
      body: head ? this.received.slice(head.end, head.end + (head.length ?? this.received.length)) : new Uint8Array(0),
      startedAtMs: this.startedAtMs,
      connectedAtMs: this.connectedAtMs,
      firstByteAtMs: this.firstByteAtMs,
      endedAtMs: this.clock.now(),
    });
  }
}

interface Head {
  status: number;
  headers: Record<string, string>;
  /** Where the body begins. */
  end: number;
  /** Bytes of the body; undefined: until the end of the connection. */
  length: number | undefined;
}

/** The head of an answer once it is whole; of status 0 when it is none of HTTP. */
function headIn(octets: Uint8Array, method: string): Head | undefined {
  const text = new TextDecoder("latin1").decode(octets);
  const end = text.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const [first = "", ...lines] = text.slice(0, end).split("\r\n");
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(first)?.[1] ?? 0);
  const headers: Record<string, string> = {};
  for (const line of lines) headers[line.split(":")[0]?.toLowerCase() ?? ""] = line.slice(line.indexOf(":") + 1).trim();
  const hasNoBody = method === "HEAD" || status === 204 || status === 304;
  const stated = headers["content-length"];
  const length = hasNoBody ? 0 : stated === undefined ? undefined : Number(stated);
  return { status, headers, end: end + HEAD_END.length, length };
}

function octetsOf({ method = "GET", path = "/", headers = {}, body }: HttpRequest): Uint8Array {
  const all: Record<string, string | null> = {
    Host: "192.168.4.1",
    ...(body ? { "Content-Length": String(body.length) } : {}),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  const head = new TextEncoder().encode([`${method} ${path} HTTP/1.1`, ...lines, "", ""].join("\r\n"));
  return Uint8Array.from([...head, ...(body ?? [])]);
}
