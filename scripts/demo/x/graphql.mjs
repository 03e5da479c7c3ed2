// The answers of X's interface in their shapes of autumn 2026, made from the story.
import { COMPANY, idAt } from "./story.mjs";

const PAGE_SIZE = 20;
const LIST_LIMIT = 280;

const xDate = (ms) => {
  const [day, date, month, year, time] = new Date(ms).toUTCString().replace(",", "").split(" ");
  return `${day} ${month} ${date} ${time} +0000 ${year}`;
};

export function userOf(account, world) {
  return {
    __typename: "User",
    id: Buffer.from(`User:${account.id}`).toString("base64"),
    rest_id: account.id,
    core: { created_at: xDate(account.created), name: account.name, screen_name: account.handle },
    is_blue_verified: account.business === true,
    verification: account.business ? { verified: false, verified_type: "Business" } : { verified: false },
    profile_bio: { description: account.bio, entities: { description: {} } },
    profile_image_shape: account.business ? "Square" : "Circle",
    privacy: { protected: false },
    location: { location: "" },
    relationship_counts: { followers: 4_210, following: 87 },
    tweet_counts: { media_tweets: 12, tweets: world.by(account.handle).length + 1_900 },
    pinned_items: { tweet_ids_str: account.handle === COMPANY ? [world.pinned] : [] },
  };
}

/** Leading mentions stand in the text of a reply, outside the range that is displayed. */
function spokenText(post, world) {
  if (!post.replyTo) return { full: post.text, from: 0 };
  const prefix = `@${world.posts.get(post.replyTo).author} `;
  return { full: prefix + post.text, from: prefix.length };
}

function legacyOf(post, world) {
  const { full, from } = spokenText(post, world);
  const shown = post.long ? `${full.slice(0, LIST_LIMIT - 4)}…` : full;
  const parent = post.replyTo ? world.posts.get(post.replyTo) : null;
  return {
    bookmark_count: 0,
    conversation_id_str: post.root,
    created_at: xDate(post.at),
    display_text_range: [from, [...shown].length],
    entities: { hashtags: [], symbols: [], urls: [], user_mentions: [] },
    favorite_count: post.likes,
    full_text: shown,
    id_str: post.id,
    ...(parent && {
      in_reply_to_screen_name: parent.author,
      in_reply_to_status_id_str: parent.id,
      in_reply_to_user_id_str: world.accounts.get(parent.author).id,
    }),
    is_quote_status: post.quoteOf !== null,
    ...(post.quoteOf && { quoted_status_id_str: post.quoteOf }),
    lang: post.lang,
    quote_count: 0,
    reply_count: world.repliesTo(post.id).length,
    retweet_count: post.shares,
    user_id_str: world.accounts.get(post.author).id,
    ...(post.repostOf && {
      retweeted_status_result: { result: tweetOf(world.posts.get(post.repostOf), world) },
    }),
  };
}

function tweetOf(post, world) {
  const editable = String(post.at + 3_600_000);
  const tweet = {
    __typename: "Tweet",
    rest_id: post.id,
    core: { user_results: { result: userOf(world.accounts.get(post.author), world) } },
    edit_control: {
      edit_tweet_ids: [...(post.earlier ?? []), post.id],
      editable_until_msecs: editable,
      edits_remaining: "5",
      is_edit_eligible: false,
    },
    views: { count: String(post.views), state: "EnabledWithCount" },
    source: '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
    ...(post.long && {
      note_tweet: { is_expandable: true, note_tweet_results: { result: { id: "Tm90ZQ==", text: post.text } } },
    }),
    ...(post.quoteOf && { quoted_status_result: { result: tweetOf(world.posts.get(post.quoteOf), world) } }),
    legacy: legacyOf(post, world),
  };
  if (!post.wrapped) return tweet;
  const { __typename, ...inner } = tweet;
  return { __typename: "TweetWithVisibilityResults", limitedActionResults: { limited_actions: [] }, tweet: inner };
}

const tombstone = {
  __typename: "TweetTombstone",
  tombstone: { __typename: "TextTombstone", text: { rtl: false, text: "—", entities: [] } },
};

const tweetItem = (post, world, more = {}) => ({
  __typename: "TimelineTweet",
  itemType: "TimelineTweet",
  tweetDisplayType: "Tweet",
  tweet_results: { result: post.removed ? tombstone : tweetOf(post, world) },
  ...more,
});

const single = (entryId, itemContent) => ({
  entryId,
  content: { __typename: "TimelineTimelineItem", entryType: "TimelineTimelineItem", itemContent },
});

const moduleOf = (entryId, items, more = {}) => ({
  entryId,
  content: {
    __typename: "TimelineTimelineModule",
    entryType: "TimelineTimelineModule",
    displayType: "VerticalConversation",
    items,
    ...more,
  },
});

const cursor = (kind, value, entryId = `cursor-${kind.toLowerCase()}-${value}`) => ({
  entryId,
  content: {
    __typename: "TimelineTimelineCursor",
    entryType: "TimelineTimelineCursor",
    cursorType: kind,
    value,
  },
});

const whoToFollow = (world) =>
  moduleOf(
    "who-to-follow-1",
    [...world.accounts.values()].slice(4, 7).map((account) => ({
      entryId: `who-to-follow-1-user-${account.id}`,
      item: {
        itemContent: {
          __typename: "TimelineUser",
          itemType: "TimelineUser",
          user_results: { result: userOf(account, world) },
        },
      },
    })),
    { displayType: "Vertical" },
  );

/** One post of a self-thread or an answer, with what it answers above it, as profile feeds show them. */
function conversation(post, world, number, owner) {
  const entryId = `profile-conversation-${number}`;
  const parent = world.posts.get(post.replyTo);
  const root = world.posts.get(post.root);
  const above = [root.id !== parent.id && parent.replyTo === root.id ? root : null, parent];
  const shown = above.filter((one) => one && !one.removed);
  const ids = [...above.filter(Boolean), post].map(({ id }) => id);
  const items = [...shown, post].map((one) => ({
    entryId: `${entryId}-tweet-${one.id}`,
    dispensable: one !== post,
    item: { itemContent: tweetItem(one, world, parent.author === owner ? { tweetDisplayType: "SelfThread" } : {}) },
  }));
  return moduleOf(entryId, items, {
    metadata: { conversationMetadata: { allTweetIds: ids, enableDeduplication: true } },
  });
}

const answersOther = (post, world) => post.replyTo && world.posts.get(post.replyTo).author !== post.author;
const isOriginal = (post, world) => !post.repostOf && !answersOther(post, world);

/** The feeds of a profile: which posts they hold and what the site calls the page they are on. */
const FEEDS = {
  UserOriginalsTimeline: { scribe: "profileOriginals", holds: isOriginal },
  UserRepliesTimeline: { scribe: "profileReplies", holds: (post) => post.replyTo !== null },
  UserRepostsTimeline: { scribe: "profileReposts", holds: (post) => post.repostOf !== null },
  UserTweetsAndReplies: { scribe: "profileAll", holds: () => true },
};

/** The posts of an account that a feed lists, newest first. */
export const listedIn = (operation, handle, world) =>
  world.by(handle).filter((post) => FEEDS[operation].holds(post, world));

function feed(operation, variables, world) {
  const owner = [...world.accounts.values()].find(({ id }) => id === variables.userId);
  if (!owner) return { errors: [{ message: "User not found", code: 50 }], data: { user: {} } };
  const { scribe } = FEEDS[operation];
  const start = variables.cursor ? Number(variables.cursor.split("|")[1]) : 0;
  const all = listedIn(operation, owner.handle, world);
  const page = all.slice(start, start + PAGE_SIZE);
  const entries = page.map((post, index) =>
    post.replyTo
      ? conversation(post, world, String(BigInt(idAt(world.base)) - BigInt(start + index)), owner.handle)
      : single(`tweet-${post.id}`, tweetItem(post, world)),
  );
  const isHome = operation === "UserOriginalsTimeline" && start === 0 && owner.handle === COMPANY;
  if (isHome) {
    const advert = world.posts.get(world.promoted);
    const advertItem = tweetItem(advert, world, {
      promotedMetadata: { impressionId: "1f0", disclosureType: "NoDisclosure" },
    });
    entries.splice(5, 0, single(`promoted-tweet-${advert.id}-1f0`, advertItem));
    entries.splice(9, 0, whoToFollow(world));
  }
  const top = BigInt(idAt(world.base)) - BigInt(start);
  entries.forEach((entry, index) => {
    entry.sortIndex = String(top - BigInt(index));
  });
  const tail = [cursor("Top", `${operation}|top`), cursor("Bottom", `${operation}|${start + PAGE_SIZE}`)];
  const isEnd = start + PAGE_SIZE >= all.length;
  const instructions = [{ type: "TimelineClearCache" }];
  if (isHome) {
    const context = { type: "TimelineGeneralContext", contextType: "Pin", text: "" };
    const pinned = tweetItem(world.posts.get(world.pinned), world, { socialContext: context });
    instructions.push({ type: "TimelinePinEntry", entry: single(`tweet-${world.pinned}`, pinned) });
  }
  instructions.push({ type: "TimelineAddEntries", entries: [...entries, ...tail] });
  if (isEnd) instructions.push({ type: "TimelineTerminateTimeline", direction: "Bottom" });
  const timeline = { instructions, metadata: { scribeConfig: { page: scribe } } };
  return { data: { user: { result: { __typename: "User", timeline: { timeline } } } } };
}

/** Signed out, X shows some posts that did well, in no order of time. */
function bestOf(variables, world) {
  const owner = [...world.accounts.values()].find(({ id }) => id === variables.userId);
  const best = world
    .by(owner.handle)
    .filter((post) => isOriginal(post, world) && !post.replyTo)
    .sort((a, b) => b.likes - a.likes)
    .slice(0, PAGE_SIZE);
  const entries = best.map((post) => single(`tweet-${post.id}`, tweetItem(post, world)));
  const timeline = {
    instructions: [{ type: "TimelineAddEntries", entries }],
    metadata: { scribeConfig: { page: "profileBest" } },
  };
  return { data: { user: { result: { __typename: "User", timeline: { timeline } } } } };
}

/** A first-level answer with the chain that X shows below it: each time the first reply that the company or its desk gave. */
function chainOf(first, focal, world) {
  const chain = [first];
  for (let last = first; !focal.foldsAnswers; last = chain.at(-1)) {
    const next = world.repliesTo(last.id).find(({ author }) => author !== last.author);
    if (!next) break;
    chain.push(next);
  }
  return chain;
}

function threadModule(first, focal, world, section) {
  const entryId = `conversationthread-${first.id}`;
  const items = chainOf(first, focal, world).map((post) => ({
    entryId: `${entryId}-tweet-${post.id}`,
    item: {
      itemContent: tweetItem(post, world),
      clientEventInfo: { details: { conversationDetails: { conversationSection: section } } },
    },
  }));
  return moduleOf(entryId, items);
}

function related(world) {
  const items = world.related.map((id) => ({
    entryId: `tweetdetailrelatedtweets-1-tweet-${id}`,
    item: {
      itemContent: tweetItem(world.posts.get(id), world),
      clientEventInfo: { details: { conversationDetails: { conversationSection: "RelatedTweet" } } },
    },
  }));
  return moduleOf("tweetdetailrelatedtweets-1", items);
}

const THREADS_PER_PAGE = 8;

function detail(variables, world) {
  const focal = world.posts.get(variables.focalTweetId);
  if (!focal) return { errors: [{ message: "_Missing: No status found with that ID.", code: 144 }], data: {} };
  const ancestors = [];
  for (let up = focal.replyTo; up; up = world.posts.get(up).replyTo) ancestors.unshift(world.posts.get(up));
  const inOrder = world.repliesTo(focal.id).toSorted((a, b) => b.likes - a.likes);
  const [hostile, wellMeant] = [
    inOrder.filter((r) => r.mood === "hostile"),
    inOrder.filter((r) => r.mood !== "hostile"),
  ];
  const start = variables.cursor ? Number(variables.cursor.split("|")[1]) : 0;
  const rest = variables.cursor?.startsWith("rest|");
  const entries = [];
  if (!variables.cursor)
    for (const post of [...ancestors, focal]) entries.push(single(`tweet-${post.id}`, tweetItem(post, world)));
  if (rest) for (const reply of hostile) entries.push(threadModule(reply, focal, world, "LowQuality"));
  else {
    const shown = wellMeant.slice(start, start + THREADS_PER_PAGE);
    for (const reply of shown) entries.push(threadModule(reply, focal, world, "HighQuality"));
    if (start + THREADS_PER_PAGE < wellMeant.length) entries.push(cursor("Bottom", `more|${start + THREADS_PER_PAGE}`));
    else if (hostile.length > 0) {
      const value = "rest|0";
      entries.push(cursor("ShowMoreThreadsPrompt", value, `cursor-showmorethreadsprompt-${focal.id}`));
    } else entries.push(related(world));
  }
  entries.forEach((entry, index) => {
    entry.sortIndex = String(9_223_372_036_854_775_807n - BigInt(index));
  });
  const isEnd = !entries.some(({ content }) => content.entryType === "TimelineTimelineCursor");
  const instructions = [{ type: "TimelineAddEntries", entries }];
  if (isEnd) instructions.push({ type: "TimelineTerminateTimeline", direction: "Top" });
  return { data: { threaded_conversation_with_injections_v2: { instructions } } };
}

function profile(variables, world) {
  const account = [...world.accounts.values()].find(
    ({ handle }) => handle.toLowerCase() === String(variables.screen_name).toLowerCase(),
  );
  return account ? { data: { user: { result: userOf(account, world) } } } : { data: {} };
}

const SIGNED_OUT = { UserByScreenName: profile, UserTweets: bestOf };
const SIGNED_IN = {
  UserByScreenName: profile,
  TweetDetail: detail,
  ...Object.fromEntries(Object.keys(FEEDS).map((operation) => [operation, (v, w) => feed(operation, v, w)])),
};

/** The answer to one call of the interface as a plain object; null where this visitor may not call it. */
export function answerTo(operation, variables, world, signedIn) {
  return (signedIn ? SIGNED_IN : SIGNED_OUT)[operation]?.(variables, world) ?? null;
}
