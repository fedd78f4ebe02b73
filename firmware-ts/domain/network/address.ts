// Addresses as people write them: of IPv4 with or without the length of their network, of IPv6 in groups of hexadecimal
// digits. For the settings: what passes here, the board's socket module takes.

const DOT = 0x2e;
const COLON = 0x3a;
const GROUPS = 8;

/** `192.168.1.10`: four numbers up to 255 (RFC 3986 3.2.2). */
export function isAddress4(text: string): boolean {
  let dots = 0;
  let value = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === DOT) {
      if (digits === 0) return false;
      dots += 1;
      value = 0;
      digits = 0;
    } else {
      if (unit < 0x30 || unit > 0x39) return false;
      value = Math.min(value * 10 + unit - 0x30, 999);
      digits += 1;
    }
    if (value > 255 || digits > 3) return false;
  }
  return dots === 3 && digits > 0;
}

/** `192.168.1.10/24`: an address with the length of its network, 1 to 30 (RFC 4632 3.1). */
export function isInterface4(text: string): boolean {
  const at = text.indexOf("/");
  return at > 0 && isAddress4(text.slice(0, at)) && prefixOf(text) > 0;
}

/** The length of the network behind the slash; 0 for none that can be. */
export function prefixOf(text: string): int<0, 30> {
  const digits = text.slice(text.indexOf("/") + 1);
  if (digits.length < 1 || digits.length > 2) return 0;
  let value = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return 0;
    value = (value * 10 + digit) & 0x7f;
  }
  return value >= 1 && value <= 30 ? value : 0;
}

/** `255.255.255.0` for 24. */
export function maskOf(prefix: int<0, 30>): string {
  let mask = "";
  for (let bits = prefix, i = 0; i < 4; i++) {
    mask += `${i === 0 ? "" : "."}${256 - (256 >> Math.max(Math.min(bits, 8), 0))}`;
    bits -= 8;
  }
  return mask;
}

/** `2001:db8::10` (RFC 4291 2.2), without a zone and without an IPv4 address within it. */
export function isAddress6(text: string): boolean {
  let colons = 0;
  let digits = 0;
  let gaps = 0;
  let groups = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === COLON) {
      if (i > 0 && text.charCodeAt(i - 1) === COLON) gaps += 1;
      colons += 1;
      digits = 0;
    } else {
      if (!isHexDigit(unit)) return false;
      if (digits === 0) groups += 1;
      digits += 1;
      if (digits > 4) return false;
    }
  }
  if (gaps > 1 || colons < 2 || colons > GROUPS || groups > GROUPS) return false;
  const isOpenEnded = text.startsWith(":") !== text.startsWith("::") || text.endsWith(":") !== text.endsWith("::");
  return !isOpenEnded && (gaps === 1 ? groups < GROUPS : groups === GROUPS);
}

function isHexDigit(unit: u16): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x46) || (unit >= 0x61 && unit <= 0x66);
}
