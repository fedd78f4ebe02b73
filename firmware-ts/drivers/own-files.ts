// Where the user's own files for TLS lie on the board's flash, in DER.

/** An authority of the user's, a certificate of the board's, and its key. */
export const CA_PATH = "/ca.der";
export const CERTIFICATE_PATH = "/client.der";
export const KEY_PATH = "/client.key.der";
/** What stands behind it while setup mode has not saved the file. */
export const DRAFT_ENDING = ".draft";
/** No certificate that a board can check is longer. */
export const OWN_OCTETS_MAX = 4096;
