// Records in records and arrays: shared by reference, changed through any path.
interface Pin {
  gpio: number;
  role: string;
}
interface Port {
  name: string;
  pins: Pin[];
  spare: { first: Pin; second: Pin };
}
const tx: Pin = { gpio: 0, role: "tx" };
const rx: Pin = { gpio: 1, role: "rx" };
const port: Port = { name: "uart0", pins: [tx, rx], spare: { first: tx, second: { gpio: 9, role: "none" } } };
port.pins[0].gpio = 12;
console.log(tx.gpio, port.spare.first.gpio, port.spare.first === tx, port.pins.length);
port.pins.push({ gpio: 2, role: "cts" });
port.spare.second = port.pins[2];
port.spare.second.role = "rts";
console.log(port.pins.map((p) => `${p.role}:${p.gpio}`).join(" "));
console.log(JSON.stringify(port));
let total = 0;
for (const { gpio } of port.pins) total += gpio;
console.log(total, port.pins.indexOf(rx), port.pins.includes({ gpio: 1, role: "rx" }));
