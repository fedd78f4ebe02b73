// Brands: what the compiler proves about a number at each assignment, argument and return.
// They are optional properties, so that plain TypeScript (Node, vitest, esbuild) sees an ordinary number.

/** An integer from 0 to 255. */
type u8 = number & { readonly __u8?: never };
/** An integer from 0 to 65,535. */
type u16 = number & { readonly __u16?: never };
/** An integer from 0 to 4,294,967,295. */
type u32 = number & { readonly __u32?: never };
/** An integer from -128 to 127. */
type i8 = number & { readonly __i8?: never };
/** An integer from -32,768 to 32,767. */
type i16 = number & { readonly __i16?: never };
/** An integer from -2,147,483,648 to 2,147,483,647. */
type i32 = number & { readonly __i32?: never };
/** Carries two bounds that TypeScript does not compare: it takes any `int` for any other, and the compiler proves. */
interface IntegerBounds<Min extends number, Max extends number> {
  readonly __bounds?: never;
}
/** An integer from Min to Max, both included: `int<0, 99>`. */
type int<Min extends number, Max extends number> = number & { readonly __int?: IntegerBounds<Min, Max> };
/** A binary32 floating-point number: every operation stands inside Math.fround(). */
type float = number & { readonly __float?: never };
