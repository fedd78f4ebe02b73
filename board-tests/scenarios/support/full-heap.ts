// A heap that is full for a moment: from the n-th look at the clock to the next one, whatever is asked of it is refused
// (micropython.heap_lock). Many n, and it has been full at every step of a story.
import { afterTrouble, type Taken, TROUBLE_FROM_MS } from "./one-trouble.ts";

const bootFor = (look: number) => `import machine, micropython, time
ticks = time.ticks_ms
left = ${look}
def looked():
    global left
    if left > 0 and ticks() >= ${TROUBLE_FROM_MS} and machine.reset_cause() == machine.PWRON_RESET:
        left -= 1
        if left == 0:
            micropython.heap_lock()
    elif left == 0:
        left = -1
        micropython.heap_unlock()
    return ticks()
time.ticks_ms = looked
`;

/** @param look from the message's coming on */
export function fullHeapAt(look: number): Promise<Taken> {
  return afterTrouble(bootFor(look), `look ${look}`);
}
