// Spread copies the fields in order; later ones win and keep the first one's place.
interface Settings {
  host: string;
  port: number;
  tls: boolean;
}
const defaults: Settings = { host: "localhost", port: 1883, tls: false };
const mine: Settings = { ...defaults, port: 8883, tls: true };
const { host: _host, ...noHost } = defaults;
const swapped: Settings = { ...noHost, host: "late" };
console.log(JSON.stringify(defaults), JSON.stringify(mine));
console.log(JSON.stringify(swapped));
mine.host = "broker";
console.log(defaults.host, mine.host, mine.port);
const { host, ...others } = mine;
console.log(host, JSON.stringify(others), others.port);
const more = { ...others, extra: 1 };
console.log(JSON.stringify(more));
const numbers = [1, 2, 3];
const longer = [0, ...numbers, 4, ...numbers];
console.log(longer.join(), numbers.length, longer.length);
