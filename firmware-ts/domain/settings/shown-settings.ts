// The settings for the eyes of whoever asks by the console.
import { formOf } from "./read-settings.ts";
import { type SettingRow, settingRows } from "./schema.ts";
import type { Settings } from "./settings.ts";

/** What holds, as JSON: of a secret only whether it is set. */
export function shownSettings(settings: Settings): string {
  let shown = "";
  for (const row of settingRows()) {
    const value = settings.text(row.key);
    const json = row.secret ? `${value !== ""}` : shownValue(settings, row, value);
    shown += `${shown === "" ? "" : ","}"${row.key}":${json}`;
  }
  return `{"settings":{${shown}}}`;
}

function shownValue(settings: Settings, row: SettingRow, value: string): string {
  if (formOf(row) === "list") return JSON.stringify(settings.list(row.key));
  return formOf(row) === "bare" && value !== "" ? value : JSON.stringify(value);
}
