// Certificates and the key: pasted, or read from a file where the browser lets one; checked here, posted as DER.
import { derIn, type FileContent } from "./certificates.ts";
import { el, worded } from "./dom.ts";
import { area, field, input, isRemoved, mark, removable } from "./fields.ts";
import { ask } from "./portal.ts";
import type { Texts } from "./settings-table.ts";
import { page } from "./state.ts";
import { say } from "./strings.ts";

/** By the ids of their controls; what comes after the first two letters is their name at the portal. */
const IDS = ["f_ca", "f_client", "f_key"];
/** What was pasted, DER, or the name of what is wrong with it. */
const files: Record<string, FileContent | undefined> = {};
/** "" for DER, which is no sentence's name. */
const problemOf = (id: string) => say(`${files[id]}`);

/** @param isSet whether the board has that file */
export function fileField(id: string, isSet: boolean): HTMLElement {
  const text = area() as HTMLTextAreaElement;
  const told = el("p", { role: "status" });
  const take = (octets: Uint8Array) => {
    const read = octets.length ? derIn(octets, id === "f_key") : undefined;
    files[id] = read;
    mark(id, problemOf(id));
    told.textContent = typeof read === "object" ? say("right", read.length) : "";
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
  whole.querySelector(".hint")?.append(worded("paste"));
  whole.append(file, told);
  return isSet ? removable(whole, id) : whole;
}

/** Which of them the settings ask for. */
function isAsked(id: string, { broker_tls, broker_ca, broker_cert }: Texts): boolean {
  return broker_tls === "true" && (id === "f_ca" ? broker_ca === "own" : broker_cert === "true");
}

/** Whether its field is to be seen: also to remove what nothing asks for any more. */
export function isShown(id: string, texts: Texts): boolean {
  return isAsked(id, texts) || page.setup.files[id.slice(2)];
}

/** Fields that are wrong, with their sentences; marks them, and unmarks the others. */
export function fileProblems(texts: Texts): [id: string, sentence: string][] {
  const isMissing = (id: string) => isAsked(id, texts) && (isRemoved(id) || !page.setup.files[id.slice(2)]);
  return IDS.filter((id) => isShown(id, texts))
    .map((id): [string, string] => [id, problemOf(id) || (!files[id] && isMissing(id) ? say("missing") : "")])
    .filter(([id, sentence]) => mark(id, sentence) && sentence);
}

/** Posts what was pasted and can be seen, where nothing is wrong with it. Throws what `ask` throws. */
export async function postFiles(texts: Texts): Promise<void> {
  for (const id of IDS) if (isShown(id, texts) && files[id]) await ask(`files/${id.slice(2)}`, files[id]);
}

/** Has the others removed that are to be: right before the save, as after a test somebody may want it otherwise. */
export async function removeFiles(): Promise<void> {
  for (const id of IDS) if (isRemoved(id) && !files[id]) await ask(`files/${id.slice(2)}`, new Uint8Array());
}
