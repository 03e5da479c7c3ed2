// Which of LinkedIn's three renderers drew a document: they share no anchor, so each has a parser of its own.

export type Renderer = "ember" | "sdui" | "guest";

const MARKS: readonly (readonly [Renderer, string])[] = [
  [
    "sdui",
    '[data-sdui-screen],[data-testid^="ReactionFacepileCollection-"],[componentkey^="replaceableComment_"],[componentkey*="FeedType_ORGANIZATION_FEED"]',
  ],
  ["ember", '.feed-shared-update-v2,.comments-comment-entity,code[id^="bpr-guid-"]'],
  [
    "guest",
    'article.main-feed-activity-card,meta[name="pageKey"][content="d_public_post"],meta#config[data-service-name*="guest"]',
  ],
];

/** LinkedIn asks visitors to sign in instead of showing the page, and does so with the status of a page that was found. */
export const isWall = (root: Document): boolean =>
  root.querySelector('form input[name="session_key"],a[href*="/signup/cold-join"],a[href*="/uas/login"]') !== null;

const KNOWN = new WeakMap<Document, Renderer>();

/** The document's renderer, decided once; null while none of the marks is there. */
export function rendererOf(root: Document): Renderer | null {
  const known = KNOWN.get(root);
  if (known) return known;
  const found = MARKS.find(([, marks]) => root.querySelector(marks))?.[0] ?? null;
  if (found) KNOWN.set(root, found);
  return found;
}
