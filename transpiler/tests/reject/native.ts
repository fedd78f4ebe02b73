// Machine code looks at no variable before it reads it, and lets no finally block swallow an error.

/** @native */
function early(n: number): number {
  const twice = (): number => once() * 2; //! TP6002: reads once where it may have no value
  const once = (): number => n;
  return twice();
}

/** @native */
function swallowed(n: number): number {
  try { //! TP6002: leaves a finally block
    if (n > 3) throw new Error("large");
  } finally {
    return n;
  }
}

console.log(early(4), swallowed(2));
