// Enums exported, renamed, exported again and imported.
import { Kind, kinds, Shown, Urgency } from "./index";
import Priority, { Limit } from "./kinds";
console.log(Kind.Text, Urgency.High, Shown.Secret, Limit.Most, Priority.Low);
console.log(Urgency[1], Priority[0], Shown[42], kinds.Priority[kinds.Priority.High], kinds.Kind.Number);
console.log(Urgency === Priority, Object.keys(Kind).join(), Object.values(Kind).join());
const next = (p: Priority): Urgency => (p === Priority.Low ? Urgency.High : Urgency.Low);
console.log(next(Priority.Low), next(Urgency.High));
