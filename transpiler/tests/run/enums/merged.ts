// An enum written in two parts is one enum.
enum Code {
  Ok = 200,
  Created,
}
enum Code {
  NotFound = 404,
  Gone = 410,
}
console.log(Code.Ok, Code.Created, Code.NotFound, Code[404], Code[201]);
console.log(Object.keys(Code).join());
const isGood = (code: Code): boolean => code < Code.NotFound;
console.log(isGood(Code.Ok), isGood(Code.Gone));
