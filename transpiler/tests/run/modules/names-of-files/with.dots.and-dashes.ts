export const name = "dots and dashes";
