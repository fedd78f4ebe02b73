// Every refusal of the compiler: its code, its sentence, what to write instead. One line each; codes are never reused.
// 1xxx syntax · 2xxx types and None · 3xxx numbers · 4xxx library · 5xxx modules · 6xxx machine code · 9xxx the compiler itself.

export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

type Words = readonly (string | number)[];

function rule(code: string, sentence: (...words: Words) => string, hint: string | ((...words: Words) => string)) {
  return (...words: Words): Finding => ({
    code,
    message: sentence(...words),
    hint: typeof hint === "string" ? hint : hint(...words),
  });
}

/** What is known of a number, as the predicate of a sentence. */
function between(low: string | number | undefined, high: string | number | undefined): string {
  return low === high ? `is ${low}` : `may lie between ${low} and ${high}`;
}

export const findings = {
  syntax: rule(
    "TP1001",
    (what) => `${what} is not part of the subset.`,
    (_, instead) => String(instead),
  ),
  asyncGenerator: rule(
    "TP1002",
    () => "An async generator cannot be translated.",
    "Await in an async function, and give the values to a callback.",
  ),
  decorator: rule("TP1003", () => "Decorators are not part of the subset.", "Call the function on the class by hand."),
  spread: rule(
    "TP1005",
    () => "What is spread here gives no items one by one, or nothing here takes them so.",
    "Name the parts one by one, or use concat() or a loop.",
  ),
  detachedMethod: rule(
    "TP1006",
    (name) => `The method ${name} is read without being called: it would lose its \`this\`.`,
    (name) => `Write an arrow: (…) => object.${name}(…).`,
  ),
  capturedLate: rule(
    "TP1007",
    (name) => `This function is made before ${name} of the same turn of the loop is declared.`,
    (name) => `Declare ${name} before the function.`,
  ),
  floatingPromise: rule(
    "TP1010",
    () => "Nobody waits for this promise: its error would be lost.",
    "Put await before it, or void if that is meant.",
  ),
  generatorFinally: rule(
    "TP1016",
    () => "A finally block of a generator must run to its end: it cannot return, jump away, or yield beside a yield*.",
    "Do it after the try statement.",
  ),
  nesting: rule(
    "TP1012",
    (depth) => `The code is nested deeper than ${depth} levels.`,
    "Give the inner parts a function of their own.",
  ),
  mixin: rule(
    "TP1014",
    () => "The base of this class is known only when the program runs.",
    "Write the class for the base that it has, or keep the other object in a field.",
  ),
  halfAccessor: rule(
    "TP1015",
    (name, missing) => `${name} is overridden without its ${missing}, which is gone in JavaScript then.`,
    (name, missing) =>
      missing === "setter"
        ? `Write set ${name}(value) { super.${name} = value; }, too.`
        : `Write get ${name}() { return super.${name}; }, too.`,
  ),
  longFunction: rule(
    "TP1017",
    (what) => `${what} is so long that it would take minutes to follow what its variables hold.`,
    "Divide it into several functions.",
  ),
  longSwitch: rule(
    "TP1018",
    (cases, most) => `This switch has ${cases} cases; ${most} are the most.`,
    "Look the value up in a Map or an array.",
  ),
  longLineage: rule(
    "TP1019",
    (name, most) => `The class ${name} has more than ${most} classes above it.`,
    "Keep what they share in an object that has a field of its own.",
  ),
  longUnion: rule(
    "TP1020",
    (members, most) => `This type has ${members} members; ${most} are the most.`,
    "Take string or number, and look the value up in a Set.",
  ),
  destructuring: rule(
    "TP1013",
    () => "This pattern takes apart what has no such parts on the device.",
    "Read the parts one by one.",
  ),

  any: rule(
    "TP2001",
    (what) => `${what} is any: nothing can be proven about it.`,
    "Declare its type, or unknown and narrow it.",
  ),
  twoNones: rule(
    "TP2002",
    () => "This type holds null and undefined, which are one value on the device.",
    "Use one of the two.",
  ),
  otherNone: rule(
    "TP2003",
    (flavour, other) => `The value is never ${flavour}; it may be ${other}, which is the same value on the device.`,
    (_, other) => `Compare with ${other}.`,
  ),
  mixedEquality: rule(
    "TP2004",
    (a, b) => `${a} and ${b} cannot be compared exactly.`,
    "Narrow both sides to one type first.",
  ),
  truthOfUnion: rule(
    "TP2005",
    (type) => `The truth of ${type} cannot be decided exactly.`,
    'Compare it with what is meant: === null, === 0, === "".',
  ),
  unprovenCast: rule(
    "TP2006",
    (from, to) => `Nothing proves that ${from} is ${to}.`,
    "Check it with typeof, instanceof or Array.isArray; build an object from members that were checked.",
  ),
  recordAsDict: rule(
    "TP2007",
    () => "A value with declared properties is used as one with computed keys, or the other way round.",
    "Build the other one key by key.",
  ),
  unknownProperty: rule(
    "TP2009",
    (name, type) => `${name} of ${type} is not part of the subset.`,
    "See docs/language.md for what there is.",
  ),
  unsupportedType: rule(
    "TP2010",
    (type) => `The type ${type} is not part of the subset.`,
    "Use one of the types of docs/language.md.",
  ),
  textOf: rule(
    "TP2011",
    (type) => `There is no text of ${type} that is the same on the device.`,
    "Use JSON.stringify, or put the text together from its parts.",
  ),
  jsonOf: rule(
    "TP2012",
    (type) => `JSON.stringify cannot write ${type} exactly.`,
    "Give it strings, integers, booleans, null, arrays and object literals.",
  ),
  looseEquality: rule(
    "TP2013",
    (operator) => `${operator} converts its operands.`,
    (operator) => `Write ${operator}=.`,
  ),
  thrownValue: rule("TP2014", () => "What is thrown must be an Error.", "Write throw new Error(text)."),
  typeofValue: rule(
    "TP2015",
    () => "typeof cannot tell what this is: null and undefined are one value on the device, and so are others.",
    "Test for the other possibilities first.",
  ),
  widened: rule(
    "TP2019",
    () => "What is stored here through the wider type would be read through the narrower one.",
    "Declare the place readonly, or copy: [...items].",
  ),
  seenAsRecord: rule(
    "TP2017",
    (what) => `${what} is seen through an interface, whose properties it does not have on the device.`,
    "Declare the place as what is stored there, or store the property alone.",
  ),
  suppressed: rule("TP2016", () => "This comment hides an error from the compiler.", "Mend the error instead."),

  notAnInteger: rule(
    "TP3001",
    () => "This number is no integer, and no float of 32 bits.",
    "Scale it: cents instead of euros; or make it a float, which is rounded alike everywhere: Math.fround(0.1).",
  ),
  division: rule(
    "TP3002",
    () => "A division gives a fraction.",
    "Write Math.floor(a / b) or Math.trunc(a / b), or Math.fround(a / b) for a float.",
  ),
  zeroDivisor: rule("TP3003", () => "The divisor may be 0.", "Test it first: if (b > 0) …"),
  tooLarge: rule(
    "TP3004",
    (operator, low, high) => `The result of ${operator} ${between(low, high)}: beyond 2^53 it would be rounded.`,
    "Bound what goes into it, and what comes out where it goes in again: a & 0xffff, a | 0, a % n, Math.imul(a, b), or a comparison before it.",
  ),
  outOfRange: rule(
    "TP3005",
    (low, high, wantedLow, wantedHigh) =>
      `The value ${between(low, high)}; here it must lie between ${wantedLow} and ${wantedHigh}.`,
    "Prove it with a mask (& 0xff), a comparison, or declare a wider type.",
  ),
  negativeZero: rule(
    "TP3006",
    () => "This number may be -0, which Node would print.",
    "Add 0 to it, or print it in a template.",
  ),
  negativeExponent: rule(
    "TP3007",
    () => "The exponent may be negative: the result would be a fraction.",
    "Use a constant or a proven exponent of 0 or more.",
  ),
  mayBeNaN: rule(
    "TP3009",
    () => "This number may be NaN, which must not be computed with.",
    "Test it first: if (Number.isNaN(n)) …, or give a value instead: (Number(text) || 0).",
  ),

  unrounded: rule(
    "TP3010",
    (operator) => `The result of ${operator} on floats has 64 bits in Node, and 32 on the device.`,
    (operator) =>
      /^\w/.test(String(operator))
        ? `Write Math.fround(${operator}(x)).`
        : `Write Math.fround(a ${operator} b), with one operation in each.`,
  ),
  mixedKinds: rule(
    "TP3011",
    (given, wanted) => `${given} meets ${wanted}: on the device they are different things.`,
    "Math.fround makes a float, Math.floor, trunc or round an integer; a place for floats is declared so: let x: float = 0.",
  ),
  noFloat: rule(
    "TP3012",
    () => "This number is too large, or too close to 0, for a float of 32 bits.",
    "Stay between 1.18e-38 and 3.4e38.",
  ),
  inexactInteger: rule(
    "TP3014",
    (low, high) =>
      `This integer ${between(low, high)}: beyond 2^24 not every one is a float, as an operation takes it.`,
    "Round it first: Math.fround(Math.fround(sum) / Math.fround(count)).",
  ),
  floatText: rule(
    "TP3013",
    () => "A float has a text only by toFixed: the digits that Node would print are not those of 32 bits.",
    "Write x.toFixed(2).",
  ),

  library: rule(
    "TP4001",
    (what) => `${what} cannot be translated exactly.`,
    (_, instead) => String(instead),
  ),
  surrogate: rule(
    "TP4003",
    () => "A lone surrogate is not a text on the device.",
    "Use whole code points: String.fromCodePoint().",
  ),
  consoleValue: rule(
    "TP4005",
    (type) => `console.log cannot print ${type} as Node does.`,
    "Print JSON.stringify of it, or its parts.",
  ),
  hostValue: rule(
    "TP4006",
    (what) => `${what} of a MicroPython module can only be called.`,
    "Write an arrow around the call.",
  ),
  kwargs: rule(
    "TP4007",
    () => "Keyword arguments must be written as an object literal here.",
    "Write the object literal in the call.",
  ),

  missing: rule(
    "TP4010",
    (what) => `${what} is not part of the subset.`,
    (_, instead) => String(instead),
  ),

  moduleCycle: rule(
    "TP5001",
    (names) => `These modules import each other: ${names}.`,
    "Move what both need to a third module.",
  ),
  moduleForm: rule(
    "TP5002",
    (what) => `${what} is not part of the subset.`,
    (_, instead) => String(instead),
  ),
  noModule: rule(
    "TP5005",
    (what) => `${what}.`,
    (_, instead) => String(instead),
  ),

  notUtf8: rule("TP5006", () => "This file is not UTF-8.", "Save it as UTF-8 in your editor."),

  lateUse: rule(
    "TP5007",
    (what) => `${what} would have a late module there from the start: its functions can only be called.`,
    "Export a function of the late module, and call it by its imported name; types may be imported as they are.",
  ),
  lateTop: rule(
    "TP5008",
    (what) => `${what} may be different when a late module is loaded, which is later and perhaps again.`,
    "Do it in a function. At the top, a late module and what is late with it have declarations and constants alone.",
  ),
  lateVariable: rule(
    "TP5009",
    (name) => `${name} may change, and would begin anew whenever its late module is loaded.`,
    "Make it a constant of a readonly type, keep it in an object that a function makes, or in a module that is not late.",
  ),
  lateRequest: rule(
    "TP5010",
    () => "This names no late module.",
    "Write the name of a function that is imported from a module whose file's name ends in .late.ts.",
  ),
  lateInstance: rule(
    "TP5011",
    () =>
      "A class of a late module is another one after each loading: objects from before would be no instances of it.",
    "Ask the object: a field that says its kind, or a method.",
  ),

  emitterPlace: rule(
    "TP6001",
    (emitter) => `@${emitter} stands on a function that has no name of its own.`,
    "Declare it: function name(…) { … }, or const name = (…) => ….",
  ),
  nativeLimit: rule(
    "TP6002",
    (what) => `A function that ${what} cannot be machine code: MicroPython's native emitters lack that.`,
    "Take the tag away, or do that part in another function.",
  ),
  viperForm: rule(
    "TP6003",
    (what) => `${what} has no place in a function with @viper.`,
    "Leave it to the caller, or write @native: viper knows numbers of 32 bits, truth values and the elements of a Uint8Array.",
  ),
  viperRange: rule(
    "TP6004",
    (low, high) => `The value ${between(low, high)}: with @viper it would be cut to 32 bits.`,
    "Bound it: a mask, a comparison before it, or parameters declared as u8, u16 or i32.",
  ),
  viperIndex: rule(
    "TP6005",
    () => "Nothing proves that this element is there, and viper does not look.",
    "Compare the index with length before it: if (i < data.length) …",
  ),

  internal: rule(
    "TP9001",
    (what) => `The compiler failed here: ${what}.`,
    "Please report this with the source of the statement.",
  ),
} as const;
