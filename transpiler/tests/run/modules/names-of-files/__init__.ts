export const name = "init";
