// What a QR code says for a phone to join a Wi-Fi: the notation that barcode readers share (ZXing, "Barcode Contents", Wi-Fi
// Network config), which Android and iOS read.

/** With a backslash before each of these; the backslash first. */
const ESCAPED = ["\\", ";", ",", ":", '"'] as const;

/** @param key of WPA2 */
export function wifiText(ssid: string, key: string): string {
  return `WIFI:T:WPA;S:${escaped(ssid)};P:${escaped(key)};;`;
}

function escaped(text: string): string {
  let said = text;
  for (const sign of ESCAPED) said = said.replaceAll(sign, `\\${sign}`);
  return said;
}
