// The clock and the zone of the person's machine: the only place where "now" and "here" come from.
/** ms since the epoch, UTC. */
export const now = (): number => Date.now();

/** IANA name of the machine's time zone, "UTC" where the browser does not tell. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** Languages the person reads, most wanted first. */
export const languages = (): readonly string[] => (navigator.languages?.length ? navigator.languages : ["en"]);
