// Timers fire by time, then by creation; 0 counts as 1 millisecond.
export {};
const log: string[] = [];
const say = (text: string) => (): void => {
  log.push(text);
};
setTimeout(say("80"), 80);
setTimeout(say("1a"), 1);
setTimeout(say("0"), 0);
setTimeout(say("1b"), 1);
setTimeout(say("40"), 40);
const never = setTimeout(say("never"), 20);
clearTimeout(never);
let turns = 0;
await new Promise<void>((resolve) => {
  const interval = setInterval(() => {
    turns += 1;
    log.push(`tick${turns}`);
    if (turns === 3) {
      clearInterval(interval);
      resolve();
    }
  }, 160);
});
console.log(log.join(" "), turns);
