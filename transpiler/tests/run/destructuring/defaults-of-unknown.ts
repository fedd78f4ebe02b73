//! refuse TP2003
// A default stands in for undefined and not for null, which are one value on the device.
const { friends = [] } = JSON.parse('{"friends":null}') as { [key: string]: JsonValue };
console.log(Array.isArray(friends));
