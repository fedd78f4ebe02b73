// What npm run setup asks beside Wi-Fi and broker: a table, each question with the setting that it is about.
import type { Draft } from "./draft.ts";

export interface Question {
  /** Of the schema. */
  readonly key: string;
  readonly label: string;
  /** One of these, with what stands beside it; without: any value that the schema takes. */
  readonly options?: readonly (readonly [value: unknown, label: string])[];
  /** Left out otherwise. */
  readonly when?: (draft: Draft) => boolean;
}

export interface Section {
  readonly title: string;
  readonly questions: readonly Question[];
}

const isFeeds = (draft: Draft) => draft.text("broker_kind") === "adafruit-io";

export const COUNTRY: Question = { key: "wifi_country", label: "Country that you are in, two capital letters" };
export const BROKER_HOST: Question = { key: "broker_host", label: "Name or address of the broker" };
export const BROKER_PORT: Question = { key: "broker_port", label: "Port" };
export const CLIENT_ID: Question = { key: "client_id", label: "Client identifier, of AWS the thing's name" };
export const BROKER_USER: Question = { key: "broker_user", label: "User name at the broker" };
export const BROKER_PASSWORD: Question = { key: "broker_password", label: "Password at the broker" };
export const WIFI_PASSWORD: Question = { key: "wifi_password", label: "Password of the network" };
export const BROKER_TLS: Question = { key: "broker_tls", label: "Encrypted (TLS), yes or no?" };
export const BROKER_CERT: Question = {
  key: "broker_cert",
  label: "Does the broker want a certificate of the board, yes or no?",
};

export const SECTIONS: readonly Section[] = [
  {
    title: "Messages",
    questions: [
      { key: "topic", label: "Topic of this gateway; all its topics begin with it" },
      { key: "number", label: "The SIM's own number, such as +447700900001" },
      { key: "sim_pin", label: "PIN of the SIM" },
      { key: "allowed_numbers", label: "Who may be sent messages to: numbers, or beginnings such as +4477*" },
      {
        key: "country_code",
        label: "Country code for numbers without one, such as 44",
        when: (draft) => draft.text("allowed_numbers") !== "",
      },
    ],
  },
  {
    title: "Display",
    questions: [
      {
        key: "display_height",
        label: "Display",
        options: [
          [undefined, "none, or not known yet"],
          [64, "128 x 64"],
          [32, "128 x 32"],
        ],
      },
      {
        key: "display_privacy",
        label: "What others can read on it",
        options: [
          ["brief", "sender and text for 30 s, then the sender"],
          ["always", "sender and text"],
          ["hidden", "neither"],
        ],
      },
    ],
  },
  {
    title: "Home Assistant",
    questions: [
      {
        key: "home_assistant",
        label: "Shall the gateway appear in Home Assistant, yes or no?",
        when: (draft) => !isFeeds(draft),
      },
      {
        key: "ha_text",
        label: "With the texts of messages, codes among them, yes or no?",
        when: (draft) => draft.isOn("home_assistant") && !draft.has("key"),
      },
    ],
  },
];
