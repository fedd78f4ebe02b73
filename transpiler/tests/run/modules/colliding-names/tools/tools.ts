import { name as outer } from "../tools";
export const name = `tools/tools after ${outer}`;
