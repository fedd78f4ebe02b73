export { Kind, Priority as Urgency, Shown } from "./kinds";
export * as kinds from "./kinds";
