// The entries of the answers to AT+CMGL and AT+CMGR: whether what came over the wire is what the modem holds.
import { listHeader, type MessageHeader, readHeader } from "../at/parse.ts";
import { isOther, type ModemClient, type ModemJob, slotIn } from "./jobs.ts";

export class StoredAnswer {
  /** The octets of an entry whose length was wrong: the same again is what the modem holds. */
  private suspect = "";
  /** Of the PDU that is to come; null for one that is damaged, and while none is. */
  private header: MessageHeader | null = null;

  constructor(private readonly client: ModemClient) {}

  /** Takes in the header of an entry, while its PDU is on the wire: afterwards there is more to do. */
  begin(job: ModemJob, line: string): void {
    this.header = job.kind === "list" ? listHeader(line) : readHeader(line);
  }

  /** How many hexadecimal digits the PDU has at least. */
  digits(): number {
    return this.header === null ? 0 : 2 * this.header.length;
  }

  /**
   * Takes an entry in: it counts when its header is whole and its length is what the header says, or when it comes the
   * same twice.
   * @returns whether the answer makes sense
   */
  accept(job: ModemJob, pdu: ReadonlyUint8Array): boolean {
    const isList = job.kind === "list";
    const { header } = this;
    this.header = null;
    if (header === null) return false;
    const slot = isList ? slotIn(isOther(job.slot), header.slot) : job.slot;
    if (header.status > 1) {
      this.client.foundForeign(slot);
    } else if (hasLength(header, pdu) || this.suspect === suspectOf(slot, pdu)) {
      this.suspect = "";
      this.client.found(slot, pdu);
    } else {
      this.suspect = suspectOf(slot, pdu);
      this.client.doubtful(slot);
      return isList;
    }
    return true;
  }
}

function hasLength(header: MessageHeader, pdu: ReadonlyUint8Array): boolean {
  return pdu.length === header.length + (pdu[0] ?? 0) + 1;
}

/** A short stand-in for a PDU's octets, to know them again: slot, length and a sum. */
function suspectOf(slot: number, pdu: ReadonlyUint8Array): string {
  let sum = 0;
  for (const octet of pdu) sum = (sum * 31 + octet) & 0xffffff;
  return `${slot} ${pdu.length} ${sum}`;
}
