// Whether settings and the board's own files for TLS belong together, before anything is written.
import type { Settings } from "../../firmware-ts/domain/settings/settings.ts";
import { DeviceError, EXIT_BOARD } from "../device/device-error.ts";
import { CA, CLIENT_CERTIFICATE, CLIENT_KEY, type OwnFile } from "./own-files.ts";

/**
 * @param onBoard paths of what is on the board already
 * @returns a sentence for each file that the settings do not use. Throws a DeviceError when one is missing that they do.
 */
export function checkNeededFiles(settings: Settings, given: readonly OwnFile[], onBoard: readonly string[]): string[] {
  const isSecure = settings.text("broker_tls") === "true";
  const usesCa = isSecure && settings.text("broker_ca") === "own";
  const usesCertificate = isSecure && settings.text("broker_cert") === "true";
  const givenAs = (path: string) => given.find((file) => file.path === path)?.der.length;
  const isGiven = (path: string) => (givenAs(path) ?? 0) > 0;
  const has = (path: string) => isGiven(path) || (onBoard.includes(path) && givenAs(path) !== 0);
  if (usesCa && !has(CA))
    throw new DeviceError(
      "The settings say broker_ca own, and the board has no such certificate, or it is to be removed: nothing was written.\n  --ca FILE names it.",
      EXIT_BOARD,
    );
  if (usesCertificate && !(has(CLIENT_CERTIFICATE) && has(CLIENT_KEY)))
    throw new DeviceError(
      "The settings say broker_cert true, and the board has no certificate of its own, or it is to be removed: nothing was written.\n  --client-cert FILE --client-key FILE name it and its key.",
      EXIT_BOARD,
    );
  const unused: string[] = [];
  if (isGiven(CA) && !usesCa)
    unused.push('The certificate of --ca is used only with "broker_ca": "own" in the settings.');
  if (isGiven(CLIENT_CERTIFICATE) && !usesCertificate)
    unused.push('The certificate of --client-cert is used only with "broker_cert": true in the settings.');
  return unused;
}
