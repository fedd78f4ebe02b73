// The name that somebody gives a command or a request, to know its answer by.

const LENGTH_MAX = 64;

/** Whether it is 1 to 64 printable ASCII characters. */
export function isIdentifier(text: string): boolean {
  if (text.length === 0 || text.length > LENGTH_MAX) return false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit > 0x7e) return false;
  }
  return true;
}
