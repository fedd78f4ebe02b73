// What other decoders say of a PDU: node-pdu, and the Python packages smspdudecoder and gsmcodecs.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parse } from "node-pdu";
import { pythonWithSmsDecoders } from "../../../scripts/python-tools/index.ts";
import { hex } from "./pdu-encoder.ts";

const SCRIPT = fileURLToPath(new URL("second_opinions.py", import.meta.url));

export interface Opinion {
  sender: string;
  text: string;
  /** Since 2000 in UTC. */
  seconds: number;
  parts: number;
  part: number;
}

/** gsmcodecs' tables of a language: code to character. */
export interface Tables {
  lock?: Record<string, string>;
  shift?: Record<string, string>;
}

async function runPython(argument: string, input: string): Promise<unknown> {
  const { command, env } = await pythonWithSmsDecoders();
  const [python = "", ...words] = command;
  return JSON.parse(execFileSync(python, [...words, SCRIPT, argument], { env, input, maxBuffer: 64e6 }).toString());
}

/** Of smspdudecoder, for each PDU; null where it raises an error. */
export async function pythonOpinions(pdus: readonly Uint8Array[]): Promise<(Opinion | null)[]> {
  return (await runPython("opinions", JSON.stringify(pdus.map(hex)))) as (Opinion | null)[];
}

/** By national language identifier; 0 is the default alphabet. */
export async function pythonTables(): Promise<Record<string, Tables>> {
  return (await runPython("tables", "")) as Record<string, Tables>;
}

/** What node-pdu says of an SMS-DELIVER. */
interface NodePduDeliver {
  data: { getText(): string };
  address: { phone: string };
  serviceCenterTimeStamp: { getIsoString(): string };
}

/** Of node-pdu; its sender has no plus. null where it throws. */
export function nodePduOpinion(pdu: Uint8Array): { sender: string; text: string; time: string } | null {
  try {
    const { address, data, serviceCenterTimeStamp } = parse(hex(pdu)) as unknown as NodePduDeliver;
    return { sender: address.phone, text: data.getText(), time: serviceCenterTimeStamp.getIsoString() };
  } catch {
    return null;
  }
}
