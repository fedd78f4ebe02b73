// What keeps a connection to the broker from being encrypted, as display (16 columns), log and doctor name it.

/**
 * no-time: nothing says what day it is, so no certificate can be checked · unknown-issuer, wrong-name, expired, not-yet-valid,
 * bad-certificate: of the broker's certificate · tls-files: the board's own are damaged · no-tls: nobody speaks it there ·
 * tls-refused: the broker broke off, or the two have nothing in common · tls-slow: no end in time · no-memory
 */
export type TlsTrouble =
  | "no-time"
  | "unknown-issuer"
  | "wrong-name"
  | "expired"
  | "not-yet-valid"
  | "bad-certificate"
  | "tls-files"
  | "no-tls"
  | "tls-refused"
  | "tls-slow"
  | "no-memory";
