// Phones beside a virtual board, for tests: they join its access point, ask its name server, open what it serves. All of
// it happens in the board's time, so somebody has to let that pass: board.during() does.
//
//   const phone = await board.during(board.phones.join("SMS-Gateway-AB21", key));
//   const page = await board.during(phone.request({ path: "/" }));
//   page.firstByteAtMs - page.startedAtMs
import { EventEmitter } from "node:events";
import { type Answer, decode, encode, type RecordType } from "dns-packet";
import type {
  HttpReport,
  HttpRequest,
  Patience,
  PhoneCommand,
  PhoneEvent,
} from "../models/access-point/phone-messages.ts";

const PORTAL = "192.168.4.1";
const DNS_PORT = 53;
/** A resolver asks again when there is no answer. */
const DNS_MS = 2_000;
const DNS_TRIES = 3;

type Tell = (command: PhoneCommand) => Promise<unknown>;
type WithoutId<Command> = Command extends { id: number } ? Omit<Command, "id"> : never;

/** An answer of a phone's request; its body also as a text. */
export interface HttpAnswer extends HttpReport {
  text: string;
}

export class Phones {
  private readonly listeners = new Map<number, (event: PhoneEvent) => void>();
  private readonly phones: Phone[] = [];
  private nextId = 1;

  constructor(private readonly tell: Tell) {}

  /** A phone that joins. Rejects with the reason when it cannot. @param patience "doubling": of the older kind */
  async join(ssid: string, key: string, patience: Patience = "linear"): Promise<Phone> {
    const phone = new Phone(this.phones.length + 1, this);
    this.phones.push(phone);
    await phone.join(ssid, key, patience);
    return phone;
  }

  /** From the board's worker. */
  take(event: PhoneEvent): void {
    if ("phone" in event) this.phones[event.phone - 1]?.take(event);
    else this.listeners.get(event.id)?.(event);
  }

  /** Tells, and hears what comes of it. */
  begin(command: WithoutId<PhoneCommand>, hear: (event: PhoneEvent) => void): number {
    const id = this.nextId++;
    this.listeners.set(id, hear);
    void this.send({ ...command, id } as PhoneCommand);
    return id;
  }

  async send(command: PhoneCommand): Promise<void> {
    await this.tell(command).catch(() => {}); // the board was closed
  }
}

export class Phone {
  /** Null while it is off the network. */
  address: string | null = null;
  private joining: { resolve(): void; reject(error: Error): void } | undefined;

  constructor(
    private readonly number: number,
    private readonly phones: Phones,
  ) {}

  /** Joins a network, this one again or another. */
  join(ssid: string, key: string, patience: Patience = "linear"): Promise<void> {
    void this.phones.send({ do: "join", phone: this.number, ssid, key, patience });
    return new Promise((resolve, reject) => {
      this.joining = { resolve, reject };
    });
  }

  async leave(): Promise<void> {
    this.address = null;
    await this.phones.send({ do: "leave", phone: this.number });
  }

  /** What the board's name server says of a name; null when it says nothing, three times in 6 s. */
  async resolve(name: string, type: RecordType = "A"): Promise<Answer[] | null> {
    const query = encode({ type: "query", id: 0x1234, flags: 0x0100, questions: [{ type, name }] });
    for (let tries = 0; tries < DNS_TRIES; tries++) {
      const answer = await this.ask(DNS_PORT, Uint8Array.from(query), DNS_MS);
      if (answer) return decode(Buffer.from(answer)).answers ?? [];
    }
    return null;
  }

  /** Sends a datagram; what comes back, or null. */
  ask(port: number, bytes: Uint8Array, timeoutMs = DNS_MS): Promise<Uint8Array | null> {
    return new Promise((resolve) => {
      this.phones.begin({ do: "ask", phone: this.number, port, bytes, timeoutMs }, (event) =>
        resolve(event.event === "datagram" ? event.bytes : null),
      );
    });
  }

  /** A TCP connection; it is there at once, and tells when it stands. */
  open(port = 80, host = PORTAL): Connection {
    return new Connection(
      (hear) => this.phones.begin({ do: "open", phone: this.number, port, host }, hear),
      this.phones,
    );
  }

  /** One request and its answer; what went wrong is `trouble` of the answer. */
  request(request: HttpRequest = {}): Promise<HttpAnswer> {
    return new Promise((resolve) => {
      this.phones.begin({ do: "request", phone: this.number, request }, (event) => {
        if (event.event === "answered") resolve({ ...event.report, text: new TextDecoder().decode(event.report.body) });
      });
    });
  }

  take(event: PhoneEvent): void {
    if (event.event === "parted") this.address = null;
    if (event.event !== "joined") return;
    this.address = event.address;
    if (event.trouble) this.joining?.reject(new Error(event.trouble));
    else this.joining?.resolve();
  }
}

/** A phone's connection to the board; its events, all with their moment, are `events`. */
export class Connection extends EventEmitter<{ event: [event: PhoneEvent] }> {
  readonly events: PhoneEvent[] = [];
  private readonly id: number;

  constructor(
    begin: (hear: (event: PhoneEvent) => void) => number,
    private readonly phones: Phones,
  ) {
    super();
    this.id = begin((event) => {
      this.events.push(event);
      this.emit("event", event);
    });
  }

  /** `opened`, `ended`, or what went wrong, as it is now. */
  get state(): string {
    const last = this.events.filter(({ event }) => event !== "data").at(-1);
    return last?.event === "failed" ? last.trouble : (last?.event ?? "opening");
  }

  /** What has come so far. */
  get received(): string {
    const bytes = this.events.flatMap((event) => (event.event === "data" ? [...event.bytes] : []));
    return new TextDecoder().decode(Uint8Array.from(bytes));
  }

  send(data: string | Uint8Array): void {
    const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
    void this.phones.send({ do: "send", id: this.id, bytes });
  }

  /** The phone has no more to send. */
  close(): void {
    void this.phones.send({ do: "close", id: this.id });
  }

  reset(): void {
    void this.phones.send({ do: "reset", id: this.id });
  }

  /** Resolves when `condition` holds, looked at with each event. */
  until(condition: (connection: Connection) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition(this)) return;
        this.off("event", look);
        resolve();
      };
      this.on("event", look);
      look();
    });
  }
}
