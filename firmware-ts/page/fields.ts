// The form's controls, one for each setting: made once; what stands in them is what the user wants.
import { $, type Control, el, worded } from "./dom.ts";
import { DELETED, ROWS, type Row, type Texts } from "./settings-table.ts";
import { ZONE, zoneChoices } from "./time-zone.ts";

const AS_TYPED = { autocapitalize: "none", autocomplete: "off", spellcheck: false };

/** Label, control, hint and the place for what is wrong, tied together for screen readers. @param id the control's, and that of its words */
export function field(control: HTMLElement, id: string, ...more: (Node | string)[]): HTMLElement {
  control.id = id;
  control.setAttribute("aria-describedby", `${id}-h ${id}-e`);
  const label = worded(id, "label", { for: id, id: `${id}-l` });
  const isBox = (control as Control).type === "checkbox";
  return el(
    "div",
    { class: "field" },
    ...(isBox ? [box(control, label)] : [label, el("div", { class: "row" }, control, ...more)]),
    el("p", { id: `${id}-h`, class: "hint" }, worded(`${id}_h`)),
    el("p", { id: `${id}-e`, class: "error" }),
  );
}

function box(control: HTMLElement, label: HTMLElement): HTMLElement {
  return el("div", { class: "box" }, control, label);
}

export function select(values: readonly string[], prefix: string): HTMLElement {
  return el("select", {}, ...values.map((value) => worded(prefix + value, "option", { value })));
}

export function area(): HTMLElement {
  return el("textarea", { ...AS_TYPED, rows: 3 });
}

export function input(given: Record<string, unknown> = {}): Control {
  return el("input", { ...AS_TYPED, ...given }) as Control;
}

/** @param isSet whether the board has that secret */
export function settingField({ key, control, choices, isSecret }: Row, isSet: boolean): HTMLElement {
  if (choices) return field(select(choices.split(" "), "o_"), key);
  if (control === "flag") return field(input({ type: "checkbox" }), key);
  const isList = control.endsWith("s");
  const inner = isList ? area() : input({ inputmode: control });
  const whole = field(inner, key, ...(isSecret && !isList ? [showButton(inner as Control, key)] : []));
  return isSet ? removable(whole, key) : whole;
}

/** The field of what the board has, and does not show: says so, and lets it be removed. */
export function removable(whole: HTMLElement, id: string): HTMLElement {
  whole.querySelector(".hint")?.prepend(worded("is_set"), " ");
  const label = el("label", { for: `${id}-d` }, worded(id), ": ", worded("delete"));
  whole.append(box(input({ type: "checkbox", id: `${id}-d` }), label));
  return whole;
}

/** Whether that is wanted. */
export const isRemoved = (id: string) => $(`${id}-d`)?.checked;

function showButton(control: Control, key: string): HTMLElement {
  control.type = "password";
  control.autocomplete = "new-password";
  const button = worded("show", "button", { type: "button", "aria-pressed": false, "aria-describedby": key });
  button.onclick = () => {
    const isHidden = control.type === "password";
    control.type = isHidden ? "text" : "password";
    button.setAttribute("aria-pressed", `${isHidden}`);
  };
  return button;
}

/** What stands in the form. */
export function collect(): Texts {
  const textOf = ({ key, control }: Row) => {
    if (isRemoved(key)) return DELETED;
    return control === "flag" ? `${$(key).checked}` : $(key).value;
  };
  return Object.fromEntries(ROWS.map((row) => [row.key, textOf(row)]));
}

/** Puts texts into the form. */
export function show(texts: Texts): void {
  for (const { key, control } of ROWS) {
    if (key === ZONE) $(key).replaceChildren(...zoneChoices(texts[key]));
    if (control === "flag") $(key).checked = texts[key] === "true";
    else $(key).value = texts[key];
  }
}

/** Marks a field as wrong, or as right again; false when it is not in the form. */
export function mark(id: string, sentence: string): boolean {
  const [control, place] = [$(id), $(`${id}-e`)];
  if (!control || !place) return false;
  place.textContent = sentence;
  control.setAttribute("aria-invalid", `${!!sentence}`);
  return true;
}

/** Goes to the first of the controls, in the order of the form, after unfolding what they lie in. */
export function goTo(ids: readonly string[]): void {
  const controls = [...document.querySelectorAll<HTMLElement>("[id]")].filter(({ id }) => ids.includes(id));
  for (const control of controls) control.closest("details")?.setAttribute("open", "");
  const first = controls[0];
  (first?.offsetParent ? first : first?.closest("fieldset")?.querySelector("input"))?.focus();
}
