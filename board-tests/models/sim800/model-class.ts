// What tells one class of modem from another: names, first lines, memories, commands, as a table. The SIM800 is the
// one that the rest of this folder describes; the newer ones differ from it in what stands here.
// Sources: SIM800 AT Command Manual V1.12; SIM7500_SIM7600 AT Command Manual V1.07 (slots counted from 0, +CNMI's
// <ds> 2, AT+CRESET, AT+CPOF, AT+CICCID, AT+CTZU, AT+CTZR). The first lines and the sizes are field knowledge.

export type ModelName = "sim800" | "sim7600" | "a7670";

export interface ModelClass {
  manufacturer: string;
  model: string;
  revision: string;
  /** Lines of ATI; `*` stands for the IMEI. */
  identification: readonly string[];
  /** In front of the answer to AT+CGMR. */
  revisionPrefix: string;
  /** Said once it hears, at a fixed rate. */
  startLines: readonly string[];
  phonebookReadyLine: string;
  messagesReadyLine: string;
  /** The rate from the factory; 0: autobauding. */
  factoryRate: number;
  /** Number of the first slot. */
  firstSlot: 0 | 1;
  /** Names that AT+CPMS knows, and the one from the factory. */
  memories: readonly string[];
  factoryMemory: string;
  modemSlots: number;
  /** Where status reports are stored with <ds> 2; null: nowhere. */
  reportMemory: string | null;
  /** Values that AT+CNMI takes: mode, mt, bm, ds, bfr. */
  announcementRanges: readonly (readonly number[])[];
  /** Between the fields of +CUSD. */
  ussdSeparator: string;
  characterSets: readonly string[];
  /** Unit and form of AT+CBC. */
  supplyInVolts: boolean;
  emptySlotAnswer: "ok" | "cms-321";
  /** Commands of the other class, which this one answers with ERROR. */
  absent: readonly string[];
}

const NEWER_ONLY = ["+CRESET", "+CPOF", "+CICCID", "+CTZU", "+CTZR", "+CEREG"];
const SIM800_ONLY = ["+CPOWD", "+CCID", "+CLTS", "+SCLASS0", "+CIURC", "+CMGDA", "+CBATCHK", "+CCPD", "+SRSPT"];

const SIM800: ModelClass = {
  manufacturer: "SIMCOM_Ltd",
  model: "SIMCOM_SIM800L",
  revision: "Revision:1418B05SIM800L24",
  identification: ["SIM800 R14.18"],
  revisionPrefix: "",
  startLines: ["RDY"],
  phonebookReadyLine: "Call Ready",
  messagesReadyLine: "SMS Ready",
  factoryRate: 0,
  firstSlot: 1,
  memories: ["SM", "ME", "SM_P", "ME_P", "MT"],
  factoryMemory: "SM",
  modemSlots: 0,
  reportMemory: null,
  announcementRanges: [
    [0, 1, 2, 3],
    [0, 1, 2, 3],
    [0, 2],
    [0, 1], // a SIM800 does not store status reports
    [0, 1],
  ],
  ussdSeparator: ", ",
  characterSets: ["IRA", "GSM", "UCS2", "HEX", "PCCP", "PCDN", "8859-1"],
  supplyInVolts: false,
  emptySlotAnswer: "ok",
  absent: NEWER_ONLY,
};

const SIM7600: ModelClass = {
  manufacturer: "SIMCOM INCORPORATED",
  model: "SIMCOM_SIM7600E-H",
  revision: "LE20B03SIM7600M22",
  identification: [
    "Manufacturer: SIMCOM INCORPORATED",
    "Model: SIMCOM_SIM7600E-H",
    "Revision: SIM7600M22_V2.0",
    "IMEI: *",
    "+GCAP: +CGSM",
  ],
  revisionPrefix: "+CGMR: ",
  startLines: ["RDY"],
  phonebookReadyLine: "PB DONE",
  messagesReadyLine: "SMS DONE",
  factoryRate: 115_200,
  firstSlot: 0,
  memories: ["ME", "MT", "SM", "SR"],
  factoryMemory: "ME",
  modemSlots: 23,
  reportMemory: "SR",
  announcementRanges: [
    [0, 1, 2],
    [0, 1, 2, 3],
    [0, 2],
    [0, 1, 2],
    [0, 1],
  ],
  ussdSeparator: ",",
  characterSets: ["IRA", "GSM", "UCS2"],
  supplyInVolts: true,
  emptySlotAnswer: "cms-321",
  absent: SIM800_ONLY,
};

const A7670: ModelClass = {
  ...SIM7600,
  manufacturer: "INCORPORATED",
  model: "A7670E-LASE",
  revision: "A110B07A7670M7",
  identification: [
    "Manufacturer: INCORPORATED",
    "Model: A7670E-LASE",
    "Revision: A110B07A7670M7",
    "IMEI: *",
    "+GCAP: +CGSM,+FCLASS,+DS",
  ],
  startLines: ["*ATREADY: 1"],
  modemSlots: 50,
};

export const MODEL_CLASSES: Readonly<Record<ModelName, ModelClass>> = {
  sim800: SIM800,
  sim7600: SIM7600,
  a7670: A7670,
};
