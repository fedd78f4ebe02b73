export const name = "json/time";
