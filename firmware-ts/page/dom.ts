// Finds and makes elements. What comes from outside (an SSID is an attacker's text) becomes a text node or a property, never markup.
import { language, say } from "./strings.ts";

export type Control = HTMLInputElement;

/** Every element of the page that code looks for has an id. */
export const $ = <T = Control>(id: string): T => document.getElementById(id) as unknown as T;

/** @param given attributes */
export function el(tag: string, given: Record<string, unknown> = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, `${value}`);
  element.append(...children);
  return element;
}

/** An element whose words are those of `id` in whichever language is chosen. */
export function worded(id: string, tag = "span", given: Record<string, unknown> = {}): HTMLElement {
  const element = el(tag, { ...given, "data-t": id });
  word(element);
  return element;
}

/** What has no words, such as 19200 in a list, is its own. */
function word(element: HTMLElement): void {
  element.textContent = say(element.dataset.t as string) || (element as HTMLOptionElement).value || "";
}

/** Gives all words in the chosen language. */
export function wordAll(): void {
  document.documentElement.lang = language;
  for (const each of document.querySelectorAll<HTMLElement>("[data-t]")) word(each);
}

/** Says what is not being said already, so that a screen reader says it once. */
export function tell(id: string, words: string): void {
  const place = $(id);
  if (place.textContent !== words) place.textContent = words;
}
