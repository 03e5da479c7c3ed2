// What each network says about playing its recorded material again, and which network an address belongs to.
import { facebook } from "./facebook.mjs";
import { linkedin } from "./linkedin.mjs";
import { x } from "./x.mjs";

/**
 * @typedef {object} Replay
 * @property {string[]} hosts
 * @property {(url: URL) => boolean} isApi whether a recorded request asked the site's interface
 * @property {() => string} emptyPage a page of the site without content
 * @property {(documents: unknown[], page: URL) => {request: {method: string, url: string, body: string | null, type?: string}} | {island: string} | null} single
 *   how a single recorded answer (its JSON documents) is brought into `page`; null where its shape is not known
 */

const ALL = [x, facebook, linkedin];

/** @returns {Replay | undefined} */
export const replayOf = (url) => ALL.find(({ hosts }) => url.protocol === "https:" && hosts.includes(url.hostname));
