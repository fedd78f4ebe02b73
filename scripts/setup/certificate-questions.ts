// Asks for the files of certificates, where the settings want some; what is on the board already may stay.
import { homedir } from "node:os";
import { join } from "node:path";
import { DeviceError } from "../device/device-error.ts";
import { CA, CLIENT_CERTIFICATE, CLIENT_KEY, type OwnFile, type OwnPaths, readOwnFiles } from "../flash/own-files.ts";
import type { Draft } from "./draft.ts";
import type { Terminal } from "./terminal.ts";

export class CertificateQuestions {
  private readonly given = new Map<string, OwnFile>();

  /** @param onBoard names of files on the board */
  constructor(
    private readonly terminal: Terminal,
    private readonly onBoard: readonly string[],
  ) {}

  /** What goes onto the board. */
  get files(): readonly OwnFile[] {
    return [...this.given.values()];
  }

  async ask(draft: Draft): Promise<void> {
    if (!draft.isOn("broker_tls")) return;
    if (draft.text("broker_ca") === "own") await this.untilRead(() => this.askAuthority());
    if (draft.isOn("broker_cert")) await this.untilRead(() => this.askClient());
  }

  private async askAuthority(): Promise<OwnPaths | null> {
    const ca = await this.askPath("File with the authority's certificate (PEM or DER)", this.has(CA));
    return ca === null ? null : { ca };
  }

  private async askClient(): Promise<OwnPaths | null> {
    const isThere = this.has(CLIENT_CERTIFICATE) && this.has(CLIENT_KEY);
    const clientCert = await this.askPath("File with the board's own certificate", isThere);
    if (clientCert === null) return null;
    const clientKey = await this.askPath("File with its key, of EC P-256", false);
    return clientKey === null ? null : { clientCert, clientKey };
  }

  /** Null: what is there stays. */
  private async askPath(label: string, isThere: boolean): Promise<string | null> {
    for (;;) {
      const answer = await this.terminal.ask(`${label}${isThere ? " [on the board]" : ""}: `);
      if (answer !== "") return answer.startsWith("~/") ? join(homedir(), answer.slice(2)) : answer;
      if (isThere) return null;
      this.terminal.say("  It is needed.");
    }
  }

  /** Asks again until the files can be used. */
  private async untilRead(ask: () => Promise<OwnPaths | null>): Promise<void> {
    for (;;) {
      const paths = await ask();
      if (paths === null) return;
      try {
        const { files, warnings } = readOwnFiles(paths);
        for (const file of files) this.given.set(file.path, file);
        for (const warning of warnings) this.terminal.say(`  ${warning}`);
        return;
      } catch (error) {
        if (!(error instanceof DeviceError)) throw error;
        this.terminal.say(`  ${error.message}`);
      }
    }
  }

  private has(path: string): boolean {
    return this.onBoard.includes(path) || this.given.has(path);
  }
}
