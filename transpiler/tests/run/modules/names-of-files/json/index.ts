export const name = "json/index";
