// What the modem is told after every start of it: it keeps little of this by itself (SIM800 AT Command Manual V1.12).

export const ASK_FOR_PIN = "AT+CPIN?";

export const STORAGE = 'AT+CPMS="SM","SM","SM"';

export const PROFILE: readonly string[] = [
  "ATE0",
  "AT+CMEE=1",
  // Sleep would cost the first octet of every command.
  "AT+CSCLK=0",
  // Tells the network's time, but only when it registers: so it comes early.
  "AT+CLTS=1",
  ASK_FOR_PIN,
  // PDU mode: in text mode a message's text could look like an answer.
  "AT+CMGF=0",
  // Class 0 messages are stored too, so that they survive a restart of ours. It is asked while the SIM is still busy.
  "AT+SCLASS0=1",
  STORAGE,
  // Store and announce (+CMTI); status reports come directly (+CDS); announcements held back are sent now.
  "AT+CNMI=2,1,0,1,0",
];

/** What a modem may refuse and be of use all the same. */
export const OPTIONAL: readonly string[] = ["AT+CMEE=1", "AT+CSCLK=0", "AT+CLTS=1", "AT+SCLASS0=1"];

/** The longest that any of these may take, by the manual. */
export const STEP_MS = 5000;
