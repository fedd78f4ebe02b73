export const name = "_ts";
