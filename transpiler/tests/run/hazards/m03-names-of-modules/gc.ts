export const gc = (): number => 7;
export default { struct: "s" };
