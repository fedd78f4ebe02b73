// The phones around a board, told what to do and telling what became of it, in the board's time.
import type { Clock } from "../../virtual-board/clock.ts";
import type { Air } from "./air.ts";
import type { BoardTcp } from "./board-tcp.ts";
import { HttpExchange } from "./http-exchange.ts";
import { Phone } from "./phone.ts";
import type { PhoneCommand, PhoneEventBody } from "./phone-messages.ts";
import { OWN_ADDRESS, type SoftAp } from "./soft-ap.ts";
import type { TcpEnd, TcpListener } from "./tcp-end.ts";

const HTTP_PORT = 80;

export interface PhonesParts {
  clock: Clock;
  air: Air;
  softAp: SoftAp;
  board: BoardTcp;
  returnMs: number | null;
  tell(event: PhoneEventBody): void;
}

export class Phones {
  private readonly phones = new Map<number, Phone>();
  private readonly connections = new Map<number, TcpEnd>();

  constructor(private readonly parts: PhonesParts) {}

  take(command: PhoneCommand): void {
    switch (command.do) {
      case "join":
        return this.phone(command.phone).join(command.ssid, command.key, command.patience);
      case "leave":
        return this.phone(command.phone).leave();
      case "ask":
        return this.ask(command);
      case "open":
        this.connections.set(
          command.id,
          this.phone(command.phone).open(command.host, command.port, this.listener(command.id)),
        );
        return;
      case "send":
        return this.connections.get(command.id)?.send(command.bytes);
      case "close":
        return this.connections.get(command.id)?.close();
      case "reset":
        return this.connections.get(command.id)?.abort();
      case "request":
        return this.request(command);
    }
  }

  /** A datagram of the board's; false: this is no phone's address. */
  deliver(host: string, port: number, bytes: Uint8Array): boolean {
    for (const phone of this.phones.values()) {
      if (phone.address !== host) continue;
      phone.receive(port, bytes);
      return true;
    }
    return false;
  }

  /** The access point is gone, or has moved. */
  lose(): void {
    for (const phone of this.phones.values()) phone.lose();
  }

  private phone(number: number): Phone {
    const { tell, ...around } = this.parts;
    const known = this.phones.get(number);
    if (known) return known;
    const made = new Phone(number, {
      ...around,
      joined: (address, trouble) => tell({ event: "joined", phone: number, address, trouble }),
      parted: () => tell({ event: "parted", phone: number }),
    });
    this.phones.set(number, made);
    return made;
  }

  private ask({ phone, id, port, bytes, timeoutMs }: Extract<PhoneCommand, { do: "ask" }>): void {
    const { clock, tell } = this.parts;
    const limit = clock.in(timeoutMs, () => tell({ event: "silence", id }));
    let isAnswered = false;
    this.phone(phone).ask(port, bytes, (answer) => {
      if (isAnswered) return;
      isAnswered = true;
      clock.cancel(limit);
      tell({ event: "datagram", id, bytes: answer });
    });
  }

  private request({ phone, id, request }: Extract<PhoneCommand, { do: "request" }>): void {
    const { clock, tell } = this.parts;
    new HttpExchange(
      clock,
      request,
      (listener) => this.phone(phone).open(OWN_ADDRESS, request.port ?? HTTP_PORT, listener),
      (report) => tell({ event: "answered", id, report }),
    );
  }

  private listener(id: number): TcpListener {
    const { tell } = this.parts;
    return {
      opened: () => tell({ event: "opened", id }),
      data: (bytes) => tell({ event: "data", id, bytes }),
      ended: () => tell({ event: "ended", id }),
      failed: (trouble) => tell({ event: "failed", id, trouble }),
    };
  }
}
