// The store of setup mode on the board's flash. What it needs of the settings' code is loaded for each job and forgotten
// (settings-store.late.ts); here is what must be known at any time.
import { collect } from "gc";
import { discard, loadNext } from "late";
import { isTimeZone } from "../../domain/time-zone.late.ts";
import type { SetupStore } from "../../ports/portal.ts";
import {
  draftSettings,
  dropDrafts,
  isDraftWhole,
  mergedDraft,
  planOfDraft,
  saveDraft,
} from "../settings-store.late.ts";
import { storedSettings } from "../stored-settings.late.ts";
import { hasFile } from "./draft-files.ts";

const encoder = new TextEncoder();

export class BoardStore implements SetupStore {
  private isDrafted = false;
  private shownOctets: ReadonlyUint8Array;
  private problemOctets: ReadonlyUint8Array;
  private readonly secrets: string;
  private readonly version: string;
  private readonly keeps: boolean;

  /**
   * Drafts of an earlier start are dropped.
   * @param view startView() of settings-store.late.ts
   */
  constructor(view: string) {
    const [shown = "{}", problems = "[]", secrets = "", version = "", keep = ""] = view.split("\n");
    this.secrets = secrets;
    this.version = version;
    this.keeps = keep !== "";
    this.shownOctets = encoder.encode(shown);
    this.problemOctets = encoder.encode(problems);
    dropDrafts();
    this.forget();
  }

  merge(body: string): string {
    return mergedDraft(body, this.version, this.secrets);
  }

  loadNext(): boolean {
    // What a zone is checked with below all else: above it, its names would cut in two what is free later.
    return loadNext(isTimeZone) && loadNext(storedSettings) && loadNext(draftSettings);
  }

  forget(): void {
    discard(draftSettings);
    discard(storedSettings);
    collect();
    // What was made while that code was there lies above it, and would cut in two what is free now.
    this.shownOctets = this.shownOctets.slice();
    this.problemOctets = this.problemOctets.slice();
  }

  draft(text: string): string {
    const { answer, problems, shown } = draftSettings(text);
    if (shown === "") return answer;
    this.isDrafted = true;
    this.shownOctets = encoder.encode(shown);
    this.problemOctets = encoder.encode(problems);
    return answer;
  }

  hasDraft(): boolean {
    return this.isDrafted;
  }

  plan(): string {
    return planOfDraft();
  }

  save(): boolean {
    this.isDrafted = isDraftWhole();
    return this.isDrafted && saveDraft(this.keeps);
  }

  shown(): ReadonlyUint8Array {
    return this.shownOctets;
  }

  problems(): ReadonlyUint8Array {
    return this.problemOctets;
  }

  hasFile(name: string): boolean {
    return hasFile(name);
  }
}
