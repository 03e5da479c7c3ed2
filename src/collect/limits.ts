// Caps on what is taken from a page, so that a hostile or broken one costs neither memory nor time.
/** Characters of one copied response; a longer one is counted as not read. */
export const MAX_RESPONSE_CHARS = 12_000_000;
/** Copied responses waiting to be read; more are dropped and counted. */
export const MAX_WAITING_EXCHANGES = 200;
/** Items in one message to the worker. */
export const MAX_OBSERVATIONS_PER_MESSAGE = 500;
/** ms between two looks at a page that keeps changing: cells that scroll out live longer than this. */
export const LOOK_EVERY = 250;
/** ms after which an unchanged item is reported again as still there. */
export const SEEN_AGAIN_AFTER = 60_000;
/** ms after an in-page navigation for which what is still drawn may belong to the list before. */
export const STALE_FOR = 1_500;
/** ms of work after which the reader lets the page go on before it continues. */
export const SLICE = 10;
/** Accounts whose both names are remembered while a page is read. */
export const MAX_ACCOUNTS = 20_000;
