export const name = "lambda";
