// The demo as LinkedIn shows it to whoever is not signed in: no replies, at most ten comments, related posts of others.
import { escaped } from "./html.mjs";
import { COMPANY, countOf, pathOf } from "./story.mjs";

const COMMENTS_SHOWN = 10;
/** Posts that a company's page shows signed out. */
const UPDATES_SHOWN = 10;

export const slugOf = ({ id, author }) => `${author.vanity}_coffee-activity-${id}-dEmO`;

function article(post, base, labels, classes, inner = "") {
  const shown = post.original ?? post;
  return `<article class="main-feed-activity-card ${classes}" data-activity-urn="urn:li:activity:${post.id}" data-featured-activity-urn="urn:li:activity:${shown.id}" data-attributed-urn="urn:li:${post.share.kind}:${post.share.id}">
<div data-test-id="main-feed-activity-card__entity-lockup"><a href="https://uk.linkedin.com${pathOf(shown.author)}?trk=x" data-tracking-control-name="public_post_feed-actor-name">${escaped(shown.author.name)}</a><time>${labels.age(base - shown.at)}</time></div>
<p data-test-id="main-feed-activity-card__commentary">${escaped(shown.text)}</p>
<a data-id="social-actions__reactions" data-num-reactions="${shown.reactions}">${shown.reactions}</a>
${countOf(shown) > 0 ? `<a data-id="social-actions__comments" data-num-comments="${countOf(shown)}">${countOf(shown)}</a>` : ""}${inner}</article>`;
}

function linkedData(post) {
  const data = {
    "@context": "http://schema.org",
    "@type": "SocialMediaPosting",
    "@id": `https://www.linkedin.com/posts/${slugOf(post)}`,
    datePublished: new Date(post.at).toISOString(),
    articleBody: post.text,
    commentCount: countOf(post),
    author: { "@type": "Organization", name: post.author.name, url: `https://uk.linkedin.com${pathOf(post.author)}` },
    comment: post.comments.slice(0, COMMENTS_SHOWN).map(({ at, text, author }) => ({
      "@type": "Comment",
      datePublished: new Date(at).toISOString(),
      text,
      author: { "@type": "Person", name: author.name },
    })),
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, "\\u003c")}</script>`;
}

export const HEAD =
  '<meta name="pageKey" content="d_public_post"><meta id="config" data-service-name="feedcontent-guest-frontend">';
export const COMPANY_HEAD = '<meta id="config" data-service-name="organization-guest-frontend">';

export function postPage(post, others, base, labels) {
  const comments = post.comments.slice(0, COMMENTS_SHOWN).map(
    ({
      id,
      at,
      author,
      text,
    }) => `<section class="comment"><a class="comment__author" href="https://uk.linkedin.com${pathOf(author)}?trk=public_post_comment_actor-name" data-tracking-control-name="public_post_comment_actor-name">${escaped(author.name)}</a>
<span class="comment__duration-since">${labels.age(base - at)}</span><a data-semaphore-content-type="COMMENT" data-semaphore-content-urn="urn:li:comment:(urn:li:activity:${post.id},${id})">!</a><p class="comment__text">${escaped(text)}</p></section>`,
  );
  const related = others.map((other) => article(other, base, labels, "related-posts__crosslink"));
  return `<main>${article(post, base, labels, "main-feed-activity-card-with-comments", comments.join("\n"))}${related.join("\n")}</main>${linkedData(post)}`;
}

export const companyPage = (posts, base, labels) =>
  `<main><h1>${escaped(COMPANY.name)}</h1><section data-test-id="updates"><ul class="updates__list">${posts
    .filter(({ kind }) => kind !== "colleague")
    .slice(0, UPDATES_SHOWN)
    .map((post) => `<li>${article(post, base, labels, "")}</li>`)
    .join("\n")}</ul></section></main>`;

export const wall = () =>
  '<main><h1>Join LinkedIn</h1><a href="https://www.linkedin.com/signup/cold-join">Join</a></main>';
