// What the modem is told after every start of it: it keeps little of this by itself. Times are the manual's maxima
// (SIM800 AT Command Manual V1.12), at least two seconds.

export interface ProfileStep {
  readonly command: string;
  /** What the line begins with that must come before the OK; "" for none. */
  readonly answer: string;
  readonly patienceMs: number;
  /** Whether the modem is of no use without it. */
  readonly isNeeded: boolean;
}

function step(command: string, answer: string, patienceMs: number, isNeeded: boolean): ProfileStep {
  return { command, answer, patienceMs, isNeeded };
}

export const PROFILE: readonly ProfileStep[] = [
  step("ATE0", "", 2000, true),
  step("AT+CMEE=1", "", 2000, false),
  // Sleep would cost the first octet of every command.
  step("AT+CSCLK=0", "", 2000, false),
  step("AT+CPIN?", "+CPIN:", 5000, true),
  // PDU mode: in text mode a message's text could look like an answer.
  step("AT+CMGF=0", "", 2000, true),
  step('AT+CPMS="SM","SM","SM"', "+CPMS:", 5000, true),
  // Class 0 messages are stored too, so that they survive a restart of ours.
  step("AT+SCLASS0=1", "", 2000, false),
  // Store and announce (+CMTI); status reports come directly (+CDS); announcements held back are sent now.
  step("AT+CNMI=2,1,0,1,0", "", 2000, true),
];
