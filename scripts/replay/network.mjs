// What each network says about playing its recorded material again, and which network an address belongs to.
import { facebook } from "./facebook.mjs";
import { linkedin } from "./linkedin.mjs";
import { x } from "./x.mjs";

const ALL = [x, facebook, linkedin];

/** The network that serves an address; undefined for any other site. */
export const replayOf = (url) => ALL.find(({ hosts }) => url.protocol === "https:" && hosts.includes(url.hostname));
