// Facebook's stories, comments and pages in the shapes of its interface in autumn 2026, made from the demo's world.
import { commentId, feedbackId, locator, storyId } from "./ids.mjs";
import { below, repliesBelow } from "./story.mjs";

const HOST = "https://www.facebook.com";
export const ORDERS = [
  "RANKED_FILTERED_INTENT_V1",
  "RECENT_ACTIVITY_INTENT_V1",
  "RANKED_UNFILTERED_CHRONOLOGICAL_REPLIES_INTENT_V1",
];
export const PAGE_SIZE = 10;
const HIDDEN_BY_RELEVANCE = 4;

const seconds = (ms) => ms / 1_000;
const profileUrl = (account) => `${HOST}/${account.handle}`;
export const postUrl = (world, post) => `${profileUrl(world.accounts.get(post.author))}/posts/${locator(post)}`;

function actorOf(account) {
  return {
    __typename: "User",
    __isActor: "User",
    __isEntity: "User",
    id: account.id,
    name: account.name,
    url: profileUrl(account),
    is_verified: false,
  };
}

/** A comment's own address: below a comment it names that one and itself. */
function commentUrl(world, post, comment) {
  const root = rootOf(post, comment);
  const query = root === comment ? `comment_id=${comment.id}` : `comment_id=${root.id}&reply_comment_id=${comment.id}`;
  return `${postUrl(world, post)}?${query}`;
}

const parentOf = (post, comment) => post.comments.find(({ id }) => id === comment.parent) ?? null;
function rootOf(post, comment) {
  const parent = parentOf(post, comment);
  return parent ? rootOf(post, parent) : comment;
}

/** The text with the person it is addressed to in front, and where in it the site marks the name. */
function addressed(world, comment) {
  if (!comment.mention) return { text: comment.text, ranges: [] };
  const { name } = world.accounts.get(comment.mention);
  const entity = { __typename: "User", __isNode: "User", id: comment.mention };
  const range = {
    __typename: "EntityAtRange",
    entity,
    entity_is_weak_reference: false,
    length: name.length,
    offset: 0,
  };
  return { text: `${name} ${comment.text}`, ranges: [range] };
}

/** A comment; every second one in the later wrapping, where the author and the time stand in fragments of their own. */
function commentOf(world, post, comment) {
  const id = commentId(post, comment);
  const author = { ...actorOf(world.accounts.get(comment.author)), gender: "UNKNOWN" };
  const parent = parentOf(post, comment);
  const url = commentUrl(world, post, comment);
  const root = rootOf(post, comment);
  const reference = (other) => ({
    id: commentId(post, other),
    author: { __typename: "User", id: other.author, name: world.accounts.get(other.author).name },
  });
  const wrapped = Number(comment.id.at(-1)) % 2 === 0;
  const own = comment.author === post.author;
  return {
    id,
    legacy_fbid: comment.id,
    legacy_token: `${post.id}_${comment.id}`,
    depth: parent === null ? 0 : parent === root ? 1 : 2,
    body: addressed(world, comment),
    preferred_body: { __typename: "TextWithEntities", ...addressed(world, comment), translation_type: "ORIGINAL" },
    ...(wrapped
      ? {
          comet_comment_author_name_and_badges_renderer: {
            comment: { id, author, legacy_token: `${post.id}_${comment.id}` },
          },
        }
      : { author, created_time: seconds(comment.at) }),
    comment_action_links: [
      { __typename: "XFBCommentTimeStampActionLink", comment: { id, created_time: seconds(comment.at), url } },
    ],
    is_author_weak_reference: false,
    identity_badges_web: own ? [{ identity_badge_type: "author", is_earned: true, text: "Author" }] : [],
    discoverable_identity_badges_web: [{ identity_badge_type: "author", is_earned: own, text: "Author" }],
    parent_feedback: {
      id: feedbackId(post),
      share_fbid: post.id,
      owning_profile: { __typename: "User", id: post.author, name: world.accounts.get(post.author).name },
    },
    comment_parent: parent ? reference(root) : null,
    comment_direct_parent: parent ? reference(parent) : null,
    translatability_for_viewer: { source_dialect: "en_XX" },
    spam_display_mode: "none",
    attachments: [],
  };
}

/** What stands below a comment: how many, and those that are shown at once. */
function feedbackOfComment(world, post, comment, shown) {
  const replies = repliesBelow(post, comment);
  return {
    id: feedbackId(post, comment),
    url: commentUrl(world, post, comment),
    replies_fields: { count: replies.length, total_count: replies.length },
    replies_connection: {
      edges: replies.slice(0, shown).map((reply) => ({ node: commentOf(world, post, reply) })),
      page_info: { end_cursor: shown < replies.length ? String(shown) : null, has_next_page: shown < replies.length },
    },
    expansion_info: { expansion_token: `more${comment.id}` },
  };
}

const inOrder = (post, order) => {
  const all = below(post);
  if (order === ORDERS[1]) return all.reverse();
  return order === ORDERS[2] ? all : all.filter((_, index) => index % HIDDEN_BY_RELEVANCE !== HIDDEN_BY_RELEVANCE - 1);
};

/** The list below a post in one order, from `after` on (the number of those before). */
export function commentList(world, post, order, after = 0) {
  const all = inOrder(post, order);
  const shown = all.slice(after, after + PAGE_SIZE);
  const reached = after + shown.length;
  return {
    id: feedbackId(post),
    owning_profile: { __typename: "User", id: post.author, name: world.accounts.get(post.author).name },
    comment_rendering_instance: { comments: { total_count: post.comments.length } },
    comment_rendering_instance_for_feed_location: {
      selected_intent: { intent_token: order },
      selectable_intents: ORDERS.map((intent_token) => ({ intent_token })),
      comments: {
        count: all.length,
        total_count: post.comments.length,
        edges: shown.map((comment) => ({
          node: { ...commentOf(world, post, comment), feedback: feedbackOfComment(world, post, comment, 0) },
        })),
        page_info: { end_cursor: reached < all.length ? String(reached) : null, has_next_page: reached < all.length },
      },
    },
  };
}

/** All replies below one comment, as pressing "View replies" brings them. */
export const replyList = (world, post, comment) =>
  feedbackOfComment(world, post, comment, repliesBelow(post, comment).length);

/** One or two comments that the timeline shows without being asked, with one reply chosen for interest. */
function preview(world, post) {
  return below(post)
    .slice(0, 1)
    .map((comment) => {
      const reply = repliesBelow(post, comment).at(-1);
      const chosen = reply && {
        author: actorOf(world.accounts.get(reply.author)),
        created_time: seconds(reply.at),
        id: commentId(post, reply),
      };
      return {
        comment: {
          ...commentOf(world, post, comment),
          inline_replies_expander_renderer: chosen
            ? { __typename: "XFBInterestingReplierInlineRepliesExpanderRenderer", interesting_reply: chosen }
            : null,
        },
        relevant_contextual_replies: {
          nodes: reply ? [{ comment: commentOf(world, post, reply) }] : [],
        },
      };
    });
}

function countsOf(post) {
  return {
    id: feedbackId(post),
    comment_rendering_instance: { comments: { total_count: post.comments.length } },
    reaction_count: { count: Number(post.id.slice(-2)), is_empty: false },
    share_count: { count: Number(post.id.at(-1)), is_empty: false },
  };
}

/** A story as the timeline brings it; `comments` = the list below it, where it was opened. */
export function storyOf(world, post, comments = null) {
  const id = storyId(post);
  const account = world.accounts.get(post.author);
  const url = postUrl(world, post);
  const actors = [actorOf(account)];
  const photo = [
    { ...actorOf(account), is_additional_profile_plus: account.company, delegate_page: { id: `9${account.id}` } },
  ];
  const timed = { creation_time: seconds(post.at), url, ghl_label: null, id };
  const attached = post.shares ? storyOf(world, post.shares) : null;
  return {
    __typename: "Story",
    __isFeedUnit: "Story",
    id,
    post_id: post.id,
    cache_id: post.id.split("").reverse().join(""),
    th_dat_spo: post.advert ? { __typename: "SponsoredData", ad_id: `7${post.id}` } : null,
    feedback: { id: feedbackId(post), owning_profile: { __typename: "User", id: account.id, name: account.name } },
    permalink_url: url,
    actors,
    attached_story: attached,
    comet_sections: {
      __typename: "CometStorySections",
      content: {
        story: {
          id,
          post_id: post.id,
          actors,
          message: { text: post.text },
          wwwURL: url,
          attached_story: attached && { id: attached.id, post_id: attached.post_id },
        },
      },
      context_layout: {
        story: {
          id,
          comet_sections: {
            actor_photo: { story: { id, actors: photo } },
            metadata: post.advert
              ? [{ __typename: "CometStorySponsoredLabelStrategy", story: { id } }]
              : [{ __typename: "CometFeedStoryMinimizedTimestampStrategy", story: timed }],
          },
        },
      },
      feedback: {
        story: {
          story_ufi_container: {
            story: {
              id,
              post_id: post.id,
              feedback_context: {
                feedback_target_with_context: {
                  ...countsOf(post),
                  owning_profile: { __typename: "User", id: account.id, name: account.name },
                  comet_ufi_summary_and_actions_renderer: {
                    adaptive_ufi_action_renderers: [{ feedback: countsOf(post) }],
                  },
                  comment_list_renderer: comments ? { feedback: comments } : null,
                },
                interesting_top_level_comments: comments ? [] : preview(world, post),
              },
            },
          },
        },
      },
      timestamp: post.advert ? null : { story: timed },
    },
  };
}

/** The header of a page's own address. */
export function headerOf(account) {
  return {
    user: {
      id: account.id,
      profile_header_renderer: {
        __typename: "ProfileCometHeaderRenderer",
        user: {
          ...actorOf(account),
          is_additional_profile_plus: account.company,
          delegate_page: account.company ? { id: `9${account.id}`, category_name: "Coffee shop" } : null,
          profile_social_context: { content: [{ text: { text: "4.2K followers" } }] },
        },
      },
    },
  };
}
