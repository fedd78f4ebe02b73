// The form's controls, one for each setting: made once; what stands in them is what the user wants.
import { $, type Control, el, worded } from "./dom.ts";
import { DELETED, ROWS, type Row, type Texts } from "./settings-table.ts";

/** Which keyboard a phone shows. */
const KEYBOARDS: Record<string, string> = { number: "numeric", digits: "numeric", phone: "tel" };
/** With a line an entry. */
const LISTS = ["list", "networks", "contacts"];
const AS_TYPED = { autocapitalize: "none", autocomplete: "off", spellcheck: false };

/** Label, control, hint and the place for what is wrong, tied together for screen readers. @param id the control's, and that of its words */
export function field(control: HTMLElement, id: string, ...more: (Node | string)[]): HTMLElement {
  control.id = id;
  control.setAttribute("aria-describedby", `${id}-h ${id}-e`);
  const label = worded(id, "label", { for: id });
  const isBox = (control as Control).type === "checkbox";
  const row = isBox ? [control, label] : [control, ...more];
  return el(
    "div",
    { className: "field" },
    ...(isBox ? [] : [label]),
    el("div", { className: isBox ? "box" : "row" }, ...row),
    el("p", { id: `${id}-h`, className: "hint" }, worded(`${id}_h`)),
    el("p", { id: `${id}-e`, className: "error" }),
  );
}

export function select(values: readonly string[], prefix: string): HTMLElement {
  return el("select", {}, ...values.map((value) => worded(prefix + value, "option", { value })));
}

export function area(rows = 3): HTMLElement {
  return el("textarea", { ...AS_TYPED, rows });
}

export function input(given: Record<string, unknown> = {}): Control {
  return el("input", { ...AS_TYPED, ...given }) as Control;
}

/** @param isSet whether the board has that secret */
export function settingField({ key, control, choices, isSecret }: Row, isSet: boolean): HTMLElement {
  if (choices) return field(select(choices.split(" "), "o_"), key);
  if (control === "flag") return field(input({ type: "checkbox" }), key);
  const isList = LISTS.includes(control);
  const box = isList ? area() : input({ inputMode: KEYBOARDS[control] ?? "" });
  const whole = field(box, key, ...(isSecret && !isList ? [showButton(box as Control, key)] : []));
  if (isSet) {
    whole.querySelector(".hint")?.prepend(worded("is_set"), " ");
    const label = el("label", { for: `${key}-d` }, worded(key), ": ", worded("delete"));
    whole.append(el("div", { className: "box" }, input({ type: "checkbox", id: `${key}-d` }), label));
  }
  return whole;
}

function showButton(control: Control, key: string): HTMLElement {
  control.type = "password";
  control.autocomplete = "new-password";
  const button = worded("show", "button", { type: "button", "aria-pressed": false, "aria-describedby": key });
  button.onclick = () => {
    const isHidden = control.type === "password";
    control.type = isHidden ? "text" : "password";
    button.setAttribute("aria-pressed", String(isHidden));
  };
  return button;
}

/** What stands in the form. */
export function collect(): Texts {
  const textOf = ({ key, control }: Row) => {
    if ($(`${key}-d`)?.checked) return DELETED;
    return control === "flag" ? String($(key).checked) : $(key).value;
  };
  return Object.fromEntries(ROWS.map((row) => [row.key, textOf(row)]));
}

/** Puts texts into the form. */
export function show(texts: Texts): void {
  for (const { key, control } of ROWS) {
    if (control === "flag") $(key).checked = texts[key] === "true";
    else $(key).value = texts[key];
  }
}

/** Marks a field as wrong, or as right again; false when it is not in the form. */
export function mark(id: string, sentence: string): boolean {
  const [control, place] = [$(id), $(`${id}-e`)];
  if (!control || !place) return false;
  place.textContent = sentence;
  control.setAttribute("aria-invalid", String(!!sentence));
  return true;
}

/** Goes to the first of the controls, in the order of the form, after unfolding what they lie in. */
export function goTo(ids: readonly string[]): void {
  const controls = Array.from(document.querySelectorAll<HTMLElement>("[id]")).filter(({ id }) => ids.includes(id));
  for (const control of controls) control.closest("details")?.setAttribute("open", "");
  const first = controls[0];
  (first?.offsetParent ? first : first?.closest("fieldset")?.querySelector("input"))?.focus();
}
