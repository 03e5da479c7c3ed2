// A time as a person writes it on the command line.
const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?))?\s?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * ms UTC of a day, or of a day and a time, with or without a zone; without one it is UTC, wherever the person is. null
 * where the text is no such time.
 * @param {string} text
 */
export function momentOfText(text) {
  const [, day, time = "00:00", zone = "Z"] = WRITTEN.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  const ms = Date.parse(`${day}T${time}${zone.toUpperCase().replace(/(\d\d):?(\d\d)$/, "$1:$2")}`);
  return Number.isFinite(ms) ? ms : null;
}
