// continue in a switch goes on with the loop, break leaves only the switch.
const log: string[] = [];
for (const c of "a-b#c!d") {
  switch (c) {
    case "-":
      continue;
    case "#":
      log.push("hash");
      break;
    case "!":
      log.push("stop");
      break;
    default:
      if (c === "d") break;
      log.push(c);
  }
  log.push(";");
}
console.log(log.join(""));
let n = 0;
let rounds = 0;
while (true) {
  rounds++;
  switch (n % 3) {
    case 0:
      n += 2;
      break;
    case 2:
      n += 5;
      continue;
    default:
      n += 1;
  }
  if (n > 20) break;
}
console.log(n, rounds);
