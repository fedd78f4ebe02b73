export { twice } from "./tools.ts";
export const PI_TIMES_100 = 314;
