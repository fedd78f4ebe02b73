// Enums as bits: combined, tested, cleared, toggled; members computed from members.
enum Permission {
  None = 0,
  Read = 1 << 0,
  Write = 1 << 1,
  Execute = 1 << 2,
  All = Read | Write | Execute,
  Sign = 1 << 31,
}
const has = (set: Permission, flag: Permission): boolean => (set & flag) === flag;
let p: Permission = Permission.Read;
p |= Permission.Execute;
console.log(p, has(p, Permission.Write), has(p, Permission.Read | Permission.Execute), has(p, Permission.None));
p &= ~Permission.Read;
p ^= Permission.All;
console.log(p, p === Permission.All, Permission.All, Permission.Sign, (p | Permission.Sign) < 0);
const names = (set: Permission): string =>
  [Permission.Read, Permission.Write, Permission.Execute]
    .filter((flag) => has(set, flag))
    .map((flag) => Permission[flag])
    .join("+") || "None";
for (let set = 0; set <= Permission.All; set++) console.log(set, names(set));
const fromText = (text: string): Permission =>
  [..."rwx"].reduce((set, c, i) => (text.includes(c) ? set | (1 << i) : set), Permission.None);
console.log(fromText("rx"), fromText(""), fromText("xwr") === Permission.All, names(fromText("w-")));
