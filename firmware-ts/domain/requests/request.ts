// What is asked for on gateway/request/<verb>, and the answers' payloads: read from what somebody has published, hostile
// until then.
import { isIdentifier } from "../identifier.ts";
import { objectIn } from "../json-object.ts";

export class Request {
  /** As given; "" none. */
  transaction = "";
  /** Of a USSD request; "" none. */
  code = "";
  /** A code of REQUEST_ERRORS; "" nothing is wrong with it. */
  error = "";
}

/** Codes for programs, and words for people: what is the matter, and what to do. */
const REQUEST_ERRORS =
  "|malformed:It must be one JSON object, transaction 1 to 64 ASCII characters, code a text." +
  "|too_large:It is longer than 2,048 bytes, or no UTF-8." +
  "|retained:Retained requests are not executed: publish it without the retain flag." +
  "|unknown:Use restart, signal, diagnose, modem_reset, balance or ussd." +
  "|limit:One in 10 s and 20 an hour are taken: wait, and ask again." +
  "|busy:Another one waits for its answer: ask again in half a minute." +
  "|not_allowed:The settings ussd_codes and balance_code do not hold it." +
  "|modem:The modem does not answer, or is not ready: see the display." +
  "|refused:The modem refused the code: there may be no network." +
  "|unsupported:The network does not know the code." +
  "|ended:The network ended the session without a text." +
  "|timeout:The network did not answer in time.|";

/** @param payload null for one that is too long or no UTF-8 */
export function readRequest(payload: string | null): Request {
  const request = new Request();
  if (payload === null) request.error = "too_large";
  if (payload === null || payload === "") return request;
  request.error = "malformed";
  const value = objectIn(payload);
  if (value === null) return request;
  // What is absent, or null, is as good as false.
  const transaction = value.transaction ?? false;
  const code = value.code ?? false;
  if (typeof transaction === "string") request.transaction = isIdentifier(transaction) ? transaction : "";
  if (typeof code === "string") request.code = code;
  const isWell = transaction === false || request.transaction !== "";
  if (isWell && (code === false || typeof code === "string")) request.error = "";
  return request;
}

/**
 * The payload of an answer.
 * @param data an object of JSON; "" none
 * @param error a code of REQUEST_ERRORS, or `code:sentence`; "" none
 */
export function responseTo(request: Request, data: string, error: string): string {
  const end = request.transaction === "" ? "}" : `,"transaction":${JSON.stringify(request.transaction)}}`;
  if (error === "") return `{"status":"ok"${data === "" ? "" : `,"data":${data}`}${end}`;
  const at = error.indexOf(":");
  const code = at < 0 ? error : error.slice(0, at);
  const rest = REQUEST_ERRORS.slice(REQUEST_ERRORS.indexOf(`|${error}:`) + error.length + 2);
  const message = at < 0 ? rest.slice(0, rest.indexOf("|")) : error.slice(at + 1);
  return `{"status":"error","error":{"code":"${code}","message":"${message}"}${end}`;
}
