// Final results and error numbers with their texts (SIM800 AT Command Manual V1.12, chapters 19.1 and 19.2).

export type FinalResult = "OK" | "ERROR" | "NO CARRIER" | { cme: number } | { cms: number };

const CME_TEXT: Readonly<Record<number, string>> = {
  3: "operation not allowed",
  4: "operation not supported",
  10: "SIM not inserted",
  11: "SIM PIN required",
  12: "SIM PUK required",
  13: "SIM failure",
  14: "SIM busy",
  16: "incorrect password",
  21: "invalid index",
  30: "no network service",
  50: "Incorrect parameters",
  100: "unknown",
  797: "CFUN state is 0 or 4",
};

const CMS_TEXT: Readonly<Record<number, string>> = {
  38: "Network out of order",
  208: "SIM SMS storage full",
  302: "operation not allowed",
  303: "operation not supported",
  304: "Invalid PDU mode",
  305: "Invalid text mode",
  310: "SIM not inserted",
  311: "SIM PIN necessary",
  314: "SIM busy",
  316: "SIM PUK necessary",
  321: "Invalid memory index",
  322: "SIM memory full",
  330: "SMSC address unknown",
  331: "No network service",
  332: "Network timeout",
  500: "Unknown",
  517: "PUK blocked",
  521: "SMSAL not ready",
};

/** The final result as it stands in its line, by the level of AT+CMEE: 0 plain ERROR, 1 numbers, 2 texts. */
export function finalText(result: FinalResult, cmee: number): string {
  if (typeof result === "string") return result;
  if (cmee === 0) return "ERROR";
  if ("cme" in result) return `+CME ERROR: ${cmee === 2 ? (CME_TEXT[result.cme] ?? "unknown") : result.cme}`;
  return `+CMS ERROR: ${cmee === 2 ? (CMS_TEXT[result.cms] ?? "Unknown") : result.cms}`;
}
