// A host as the settings name it: by its address or by its name.

/** Whether it is an address: a name ends with a letter (RFC 3696 2), and has no colon. */
export function isAddress(host: string): boolean {
  const last = host.charCodeAt(host.length - 1);
  return (last >= 0x30 && last <= 0x39) || host.includes(":");
}
