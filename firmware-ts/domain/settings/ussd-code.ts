// Which USSD codes the settings may allow: what asks the network for something, never what changes where calls go. That is
// supplementary services (3GPP TS 22.030 6.5.2), which begin with ** or ##, or whose service code is one of these.

/** Service codes: 21 and 6x divert calls, 002 and 004 all of these at once. */
const BANNED: readonly string[] = ["21", "6", "002", "004"];
const ASTERISK = 0x2a;
const HASH = 0x23;

/** `*` or `#`, then digits, `*` and `#`, and a `#` at the end. */
export function isUssdCode(code: string): boolean {
  if (code.length < 3 || code.includes("**") || code.includes("##") || !code.endsWith("#")) return false;
  const service = code.startsWith("*#") ? code.slice(2) : code.slice(1);
  return isMark(code.charCodeAt(0)) && hasOnlyKeys(code) && !BANNED.some((banned) => isService(service, banned));
}

/** 6x has a second digit. */
function isService(service: string, banned: string): boolean {
  if (!service.startsWith(banned)) return false;
  return banned !== "6" || !isMark(service.charCodeAt(1));
}

function hasOnlyKeys(code: string): boolean {
  for (let i = 0; i < code.length; i++) {
    const unit = code.charCodeAt(i);
    if (!isMark(unit) && (unit < 0x30 || unit > 0x39)) return false;
  }
  return true;
}

function isMark(unit: u16): boolean {
  return unit === ASTERISK || unit === HASH;
}
