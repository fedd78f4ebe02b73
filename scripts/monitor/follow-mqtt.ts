// The gateway's topics beside its console. Texts and codes come from the broker here, not from the board.
import { connect } from "mqtt";
import colours from "picocolors";
import { type BrokerAddress, brokerText, connectOptions } from "../../board-tests/control/broker-url.ts";
import { printable } from "./lines.ts";

/** Subscribes to everything below `topic`, again and again when the broker is away. @returns what ends it */
export function followMqtt(broker: BrokerAddress, topic: string, print: (line: string) => void): () => void {
  const client = connect({ ...connectOptions(broker), reconnectPeriod: 2_000 });
  let said = "";
  const say = (text: string) => {
    if (text !== said) print(colours.yellow(text));
    said = text;
  };
  client.on("connect", () => {
    say(`Listening to ${topic}/# at ${brokerText(broker)}.`);
    client.subscribe(`${topic}/#`, { qos: 1 });
  });
  client.on("error", (error) => {
    const isRefusal = "code" in error && typeof error.code === "number";
    say(isRefusal ? `${brokerText(broker)} refuses: ${error.message}` : `${brokerText(broker)} does not answer.`);
  });
  client.on("close", () => say(`${brokerText(broker)} does not answer.`));
  client.on("message", (name, payload) => {
    print(`${colours.green(printable(name))} ${printable(new TextDecoder().decode(payload))}`);
  });
  return () => void client.end(true);
}
