// Certificates and the key: pasted, or read from a file where the browser lets one; checked here, posted as DER.
import { derIn } from "./certificates.ts";
import { $, el, worded } from "./dom.ts";
import { area, field, input, mark } from "./fields.ts";
import { ask } from "./portal.ts";
import type { Texts } from "./settings-table.ts";
import { say } from "./strings.ts";

/** By the ids of their controls; what comes after the first two letters is their name at the portal. */
const IDS = ["f_ca", "f_client", "f_key"];
/** Read and right, DER. */
const files: Record<string, Uint8Array | undefined> = {};

/** @param isSet whether the board has that file */
export function fileField(id: string, isSet: boolean): HTMLElement {
  const text = area() as HTMLTextAreaElement;
  const told = el("p", { role: "status" });
  const take = (octets: Uint8Array) => {
    const read = octets.length ? derIn(octets, id === "f_key") : undefined;
    const isProblem = typeof read === "string";
    files[id] = isProblem ? undefined : read;
    mark(id, isProblem ? say(read) : "");
    told.textContent = read && !isProblem ? say("right", read.length) : "";
  };
  text.oninput = (event) => {
    // To the form it is right again with each letter.
    event.stopPropagation();
    take(new TextEncoder().encode(text.value));
  };
  const file = input({ type: "file", "aria-labelledby": `${id}-l` });
  file.onchange = async () => {
    text.value = "";
    take(new Uint8Array((await file.files?.[0]?.arrayBuffer()) ?? []));
  };
  const whole = field(text, id);
  (whole.firstElementChild as HTMLElement).id = `${id}-l`;
  whole.querySelector(".hint")?.append(...(isSet ? [worded("is_set"), " "] : []), worded("paste"));
  whole.append(file, told);
  return whole;
}

/** Which of them the settings ask for. */
export function isAsked(id: string, { broker_tls, broker_ca, broker_cert }: Texts): boolean {
  return broker_tls === "true" && (id === "f_ca" ? broker_ca === "own" : broker_cert === "true");
}

/** Fields that are wrong, with their sentences. @param there what the board has */
export function fileProblems(texts: Texts, there: Record<string, boolean>): [id: string, sentence: string][] {
  return IDS.filter((id) => isAsked(id, texts) && !files[id])
    .map((id): [string, string] => [id, $(`${id}-e`).textContent || (there[id.slice(2)] ? "" : say("missing"))])
    .filter(([, sentence]) => sentence);
}

/** Posts what was pasted and is asked for. Throws what `ask` throws. */
export async function postFiles(texts: Texts): Promise<void> {
  for (const id of IDS) if (isAsked(id, texts) && files[id]) await ask(`files/${id.slice(2)}`, files[id]);
}
