export const name = "a_b";
