// Broadcast or conversation: which share of what the page writes answers somebody, and what the rest is.
import { obtain } from "../computed/group.ts";
import type { OwnItem, OwnType } from "../computed/own-items.ts";
import type { Feed } from "../domain/page.ts";
import { type Cluster, clusteredShare } from "../stats/clustered.ts";
import { coverageBounds } from "../stats/intervals.ts";
import type { Audit, AuditInput } from "./audit.ts";
import type { Detail } from "./detail.ts";
import { evidenceOf, finding } from "./finding.ts";
import { bestThreadStep, isNotByDate, openUncounted, readFeed, scrollForShare, signIn } from "./steps.ts";

/** A post that asks its audience something is an invitation, whatever its form. */
type Part = OwnType | "question";

/** In the order to draw them, with the side of the scale they stand on. */
const PARTS: readonly { readonly key: Part; readonly side: "people" | "invite" | "broadcast" | "apart" }[] = [
  { key: "answer", side: "people" },
  { key: "mention", side: "invite" },
  { key: "quote", side: "invite" },
  { key: "question", side: "invite" },
  { key: "selfThread", side: "broadcast" },
  { key: "original", side: "broadcast" },
  { key: "repost", side: "apart" },
  { key: "unclear", side: "apart" },
];

const partOf = ({ type, record }: OwnItem, { computed }: AuditInput): Part =>
  (type === "original" || type === "selfThread") && computed.post(record).asks === "yes" ? "question" : type;

export const audit: Audit = {
  id: "conversation",
  indicators: ["replyShare"],
  run(input) {
    const { own, conversations, index } = input.computed;
    const onX = input.dataset.page.network === "x";
    // Elsewhere answers have no list of their own: they are seen only in opened threads.
    const feeds: readonly Feed[] = onX ? ["posts", "replies"] : ["posts"];
    const { window, missing, shortest } = input.computed.window(feeds);
    const common = { audit: "conversation", key: "replyShare", unit: "share" } as const;
    if (!window) {
      return [
        finding({
          ...common,
          reason: isNotByDate(input, "posts")
            ? "notByDate"
            : missing.length === feeds.length
              ? "nothingRead"
              : missing.length > 0
                ? "feedMissing"
                : "noCommonWindow",
          missing: [...missing],
          next:
            signIn(input) ?? (missing[0] ? readFeed(input, missing[0]) : shortest && scrollForShare(shortest, 0, 0)),
        }),
      ];
    }

    const inside = ({ at }: { readonly at: number }) => at >= window.from && at <= window.to;
    const items = own.items.filter(inside);
    const counts = new Map<Part, number>();
    for (const item of items) {
      const part = partOf(item, input);
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
    const parts = PARTS.map(({ key, side }) => ({ key, side, count: counts.get(key) ?? 0 }));
    const count = (...keys: Part[]) => parts.reduce((sum, { key, count }) => sum + (keys.includes(key) ? count : 0), 0);
    const answers = count("answer");
    const n = answers + count("mention", "quote", "question", "selfThread", "original");
    // What may turn out to be answers to others: answers to nobody knows whom, and unread messages below own posts, older
    // ones too where something was said below them in the window. House: an older post where nothing was is taken as over.
    const unknown = items
      .filter(({ type }) => type === "unclear")
      .map(({ record }) => ({ id: record.id, messages: 1 }));
    if (!onX) {
      const alive = new Uint8Array(index.nodes.length);
      for (const { record, root } of index.nodes) if (inside({ at: record.created.from })) alive[root.order] = 1;
      for (const [id, messages] of conversations.missingBelow) {
        if (alive[index.get(id)!.order] === 1) unknown.push({ id, messages });
      }
    }
    const hidden = unknown.reduce((sum, { messages }) => sum + messages, 0);
    // Posts that do not say how many comments they have. House: each may have as many as the one of them that has most.
    const posts = onX
      ? []
      : input.computed.threads.map(({ post }) => post).filter((post) => inside({ at: post.created.from }));
    const uncounted = posts.filter(
      ({ id, announced }) => announced.comments === null && conversations.answersReadAt(index.get(id)!) === null,
    );
    const each = posts.reduce((most, { announced }) => Math.max(most, announced.comments ?? 0), 1);
    for (const { id } of uncounted) unknown.push({ id, messages: each });
    const possible = hidden + uncounted.length * each;
    const unlimited = n + possible === 0 || (uncounted.length === posts.length && posts.length > 0);
    // Answers of one conversation are alike: whoever answers one there answers more.
    const threads = new Map<number, { n: number; k: number; hidden: number }>();
    const threadOf = (id: string) => obtain(threads, index.get(id)!.thread, () => ({ n: 0, k: 0, hidden: 0 }));
    for (const { record, type } of items) {
      if (type === "repost" || type === "unclear") continue;
      const thread = threadOf(record.id);
      thread.n++;
      if (type === "answer") thread.k++;
    }
    for (const { id, messages } of unknown) threadOf(id).hidden += messages;
    const share = (of: (thread: { n: number; k: number; hidden: number }) => Cluster) =>
      clusteredShare(Array.from(threads.values(), of));
    const known = share((thread) => thread);
    const empty = n === 0;
    const bounds = {
      lower: empty ? 0 : answers / n,
      upper: unlimited ? 1 : coverageBounds(answers, n, possible).upper,
    };
    const interval = { lower: known.lower, upper: known.upper };
    // More messages in some threads may make them less alike, and the limits narrower: what was not read proves nothing.
    const most = share(({ n, k, hidden }) => ({ n: n + hidden, k: k + hidden }));
    const scroll = shortest ? scrollForShare(shortest, answers, n) : null;
    const open = onX ? null : (bestThreadStep(input, answers, n, possible) ?? openUncounted(uncounted.at(-1)));
    return [
      finding({
        ...common,
        value: empty ? null : answers / n,
        interval: empty ? null : { ...interval, method: "wilson" },
        bounds,
        envelope: empty ? null : { lower: known.lower, upper: unlimited ? 1 : Math.max(known.upper, most.upper) },
        n,
        of: onX ? n + hidden : null,
        reason: empty ? "nothingRead" : null,
        window: { from: window.from, to: window.to },
        ...evidenceOf(items.filter(({ type }) => type !== "repost" && type !== "unclear").map(({ record }) => record)),
        detail: empty ? null : ({ type: "composition", parts } satisfies Detail),
        values: {
          ...Object.fromEntries(parts.map(({ key, count }) => [key, count])),
          hidden,
          ...(onX ? {} : { counted: answers, unknown: possible, uncounted: uncounted.length }),
        },
        next:
          [open, scroll].filter((step) => step !== null).sort((a, b) => (b.gain ?? 0) - (a.gain ?? 0))[0] ??
          signIn(input),
      }),
    ];
  },
};
