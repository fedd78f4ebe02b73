import { parse } from "./json.ts";
export const sleep = (ms: number): string => parse(`${ms} ms`);
