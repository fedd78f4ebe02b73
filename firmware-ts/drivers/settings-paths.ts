// Where the settings lie on the board's flash, on their way from one to the other.

/** The file that people write, too. */
export const SETTINGS_PATH = "/settings.json";
/** The last ones that were good. */
export const COPY_PATH = "/settings.good";
/** What is being written. */
export const FRESH_PATH = "/settings.new";
/** Those that setup mode tests. */
export const DRAFT_PATH = "/settings.draft";
/** Those that it saves, until the files that were saved with them are in their places, too. */
export const SAVED_PATH = "/settings.save";
/** What could not be read, as it is of a version that this gateway does not know or damaged, and setup mode saved others in its place. */
export const KEPT_PATH = "/settings.kept";
/** No settings are longer: a file that is cannot be settings. */
export const SETTINGS_OCTETS_MAX = 8192;
