// The payload of a SentMessage (api.ts), put together as text: a class for it would cost the heap.
import type { SendNews } from "./outbox.ts";

/** @param time ISO 8601; "" unknown */
export function sentPayload(news: SendNews, time: string): string {
  const { error, id, parts, partsSent, references, retryAfterS, state, to } = news;
  let rest = "";
  if (state !== "accepted" && state !== "rejected") rest = `,"parts_sent":${partsSent}`;
  if (references.length > 0) rest += `,"refs":${JSON.stringify(references)}`;
  if (error !== null) {
    const key = error.key === "" ? "" : `,"key":"${error.key}"`;
    rest += `,"error":{"code":"${error.code}","message":${JSON.stringify(error.message)}${key}}`;
  }
  if (retryAfterS >= 0) rest += `,"retry_after_s":${retryAfterS}`;
  const said = `"id":${id === null ? "null" : JSON.stringify(id)},"to":${JSON.stringify(to)},"state":"${state}"`;
  return `{${said},"parts":${parts}${rest},"time":${time === "" ? "null" : `"${time}"`}}`;
}
