// What the display is told of the setup mode. One object, made once and changed in place: by what serves the page, and by
// app/setup-mode.late.ts, which has the switch.

export class SetupView {
  /** Name and key of the board's own Wi-Fi. */
  ssid = "";
  key = "";
  /** It is on. */
  isOpen = false;
  /** How many phones are in it. */
  phones = 0;
  /**
   * The test before saving, its steps in order, with commas between: `wifi=done,time=done,dns=running,tcp=waiting`. Steps: wifi,
   * time, dns, tcp, tls, connack, message; states: waiting, running, done, failed, skipped. "" no test.
   */
  test = "";
  /** Why the step that failed did so, a code of the portal's interface: `wrong-key`. "" nothing is wrong. */
  problem = "";
  /** The settings are saved: the board restarts. */
  isSaved = false;
  /** How often the switch was closed for a factory reset, and for how many seconds it is still to be held; -1: not held. */
  closings: int<0, 5> = 0;
  heldLeftS: int<-1, 3> = -1;
  /** For so many seconds it may still be said that the SIM's messages go, too; 0 it is not asked. */
  askLeftS: int<0, 10> = 0;
  /** How much is erased, in percent; -1: nothing is being erased. */
  erased: int<-1, 100> = -1;
  /** All but the SIM's messages, which were to be erased. */
  isSimLeft = false;
}
