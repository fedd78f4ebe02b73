import { open } from "../io.ts";
export const join = (...parts: string[]): string => `${parts.join("/")}${open()}`;
