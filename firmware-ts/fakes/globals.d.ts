// The names of the subset's library that Node's own types lack, for checking the firmware under Node.

/** The subset tells octets that nobody writes from others; for Node they are the same. */
type ReadonlyUint8Array = Uint8Array;
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
