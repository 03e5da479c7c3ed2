// The demo in LinkedIn's Ember markup: cards, and comments with their replies nested.
import { escaped } from "./html.mjs";
import { COMPANY, countOf, pathOf } from "./story.mjs";

/** The company's links bear its number too, as those of members bear theirs. */
const hrefOf = (account) =>
  `https://www.linkedin.com${pathOf(account)}${account.id ? `?miniCompanyUrn=urn%3Ali%3Afs_miniCompany%3A${account.id}` : ""}`;

const twice = (text) => `<span aria-hidden="true">${text}</span><span class="visually-hidden">${text}</span>`;

const mentioned = ({ mention, text }) =>
  `${mention ? `<a href="${pathOf(mention)}">${escaped(mention.name)}</a> ` : ""}${escaped(text)}`;

function comment(one, post, base, labels, isReply = false) {
  const urn = `urn:li:comment:(${post.share.kind === "ugcPost" ? `ugcPost:${post.share.id}` : `activity:${post.id}`},${one.id})`;
  const replies = one.replies.map((reply) => comment(reply, post, base, labels, true)).join("");
  const badge = one.author === post.author ? `<span class="comments-comment-meta__badge">${labels.author}</span>` : "";
  const count =
    one.replies.length > 0
      ? `<button class="comments-comment-social-bar__replies-count--cr">${labels.replies(one.replies.length)}</button>`
      : "";
  return `<article class="comments-comment-entity${isReply ? " comments-comment-entity--reply" : ""}" data-id="${urn}">
<div class="comments-comment-meta__container"><a class="comments-comment-meta__image-link" href="${hrefOf(one.author)}"><i class="face"></i></a>
<a class="comments-comment-meta__description-container" href="${hrefOf(one.author)}"><span class="comments-comment-meta__description-title">${escaped(one.author.name)}</span>${badge}</a>
<time class="comments-comment-meta__data">${labels.age(base - one.at)}</time></div>
<section class="comments-comment-item__main-content"><span dir="ltr">${mentioned(one)}</span></section>
<div class="comments-comment-social-bar">${count}</div>
${replies ? `<div class="comments-replies-list">${replies}</div>` : ""}</article>`;
}

/** The comments below a post, as its thread shows them once it is opened. */
export const thread = (post, base, labels) =>
  `<div class="comments-comments-list">${post.comments.map((one) => comment(one, post, base, labels)).join("\n")}</div>`;

/** One card of the list. `opened`: its thread is there already. */
export function card(post, base, labels, opened = false) {
  const shown = post.original ?? post;
  const { author } = shown;
  const label = post.kind === "promoted" ? labels.promoted : `${labels.age(base - shown.at)} • `;
  const urn = `urn:li:activity:${post.id}`;
  const scope = escaped(JSON.stringify([{ topicName: "FeedUpdateServedEvent", breadcrumb: { updateUrn: urn } }]));
  const header = post.original
    ? `<div class="update-components-header"><a href="${hrefOf(COMPANY)}">${escaped(COMPANY.name)}</a> ${labels.reposted}</div>`
    : "";
  const count = countOf(shown);
  const item = (name, text) =>
    `<li class="social-details-social-counts__item ${name}"><button aria-label="${text} – ${escaped(author.name)}">${text}</button></li>`;
  return `<div class="card" data-view-name="feed-full-update" data-view-tracking-scope="${scope}"><div class="feed-shared-update-v2" role="article" data-urn="${urn}">${header}
<div class="kQwzJv"><a class="bTxWn update-components-actor__meta-link" href="${hrefOf(author)}" aria-label="${escaped(author.name)}"><span class="update-components-actor__title"><span dir="ltr">${twice(escaped(author.name))}</span></span></a>
<span class="update-components-actor__sub-description">${twice(label)}</span>
<button class="feed-shared-control-menu__trigger" aria-label="${escaped(labels.menu(author.name))}">⋯</button></div>
<div class="feed-shared-inline-show-more-text"><div class="update-components-text update-components-update-v2__commentary"><span dir="ltr">${escaped(shown.text)}</span></div></div>
<ul class="social-details-social-counts">${item("social-details-social-counts__reactions", labels.reactions(shown.reactions))}${count > 0 ? item("social-details-social-counts__comments", labels.comments(count)) : ""}${item("social-details-social-counts__reposts", labels.reposts(shown.reposts))}</ul>
${opened ? thread(post, base, labels) : ""}</div></div>`;
}
