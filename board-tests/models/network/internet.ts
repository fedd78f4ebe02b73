// What the virtual board's network has beside the broker, in virtual time: two name servers and a time server.
import type { Clock } from "../../virtual-board/clock.ts";
import type { VirtualNetwork } from "../virtual-network.ts";
import { type DnsFaults, type DnsRecords, DnsServer } from "./dns-server.ts";
import { type NtpFaults, NtpServer } from "./ntp-server.ts";

/** The router, which DHCP tells of, and a second name server, which the settings may name. */
export const NAME_SERVERS = ["10.0.0.1", "10.0.0.53"] as const;
/** What every name resolves to unless a table says otherwise, and the time server's address: all hosts are one. */
const ONLY_ADDRESS = "10.0.0.1";
const DNS_PORT = 53;
const NTP_PORT = 123;

/** As commands to the board's bench: all may be left out. */
export interface InternetChange {
  /** Of both name servers, or of the one with that place in NAME_SERVERS. */
  dns?: Partial<DnsFaults>;
  dnsServer?: 0 | 1;
  ntp?: Partial<NtpFaults>;
  /** Names and what they have; null: there is no such name. */
  names?: Record<string, DnsRecords | null>;
}

export interface InternetReport {
  /** What each name server was asked. */
  names: string[][];
  /** How often the time server was. */
  times: number;
}

export class Internet {
  private readonly names = new Map<string, DnsRecords | null>();
  private readonly nameServers: DnsServer[];
  private readonly timeServer: NtpServer;

  /** @param epochMs the time at the clock's zero, in ms since 1970; null: the time server says nothing */
  constructor(network: VirtualNetwork, clock: Clock, epochMs: number | null) {
    this.nameServers = NAME_SERVERS.map((address) => {
      const server = new DnsServer((name) => this.find(name));
      network.answerDatagrams(
        address,
        DNS_PORT,
        (bytes) => server.answer(bytes),
        () => server.faults.wrongSource,
      );
      return server;
    });
    this.timeServer = new NtpServer(() => (epochMs ?? 0) + clock.now());
    this.timeServer.faults.silent = epochMs === null;
    network.answerDatagrams(ONLY_ADDRESS, NTP_PORT, (bytes) => this.timeServer.answer(bytes));
  }

  change({ dns, dnsServer, ntp, names }: InternetChange): void {
    for (const [index, server] of this.nameServers.entries()) {
      if (dns && (dnsServer ?? index) === index) Object.assign(server.faults, dns);
    }
    Object.assign(this.timeServer.faults, ntp);
    for (const [name, records] of Object.entries(names ?? {})) this.names.set(name, records);
  }

  report(): InternetReport {
    return { names: this.nameServers.map(({ asked }) => [...asked]), times: this.timeServer.asked };
  }

  private find(name: string): DnsRecords | undefined {
    const known = this.names.get(name);
    return known === null ? undefined : (known ?? { a: [ONLY_ADDRESS] });
  }
}
