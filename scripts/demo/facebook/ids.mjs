// Facebook's ids in the demo: numbers, and the base64 names that are made of them.

const named = (text) => Buffer.from(text).toString("base64");

export const storyId = (post) => named(`S:_I${post.author}:${post.id}:${post.id}`);
export const feedbackId = (post, comment = null) => named(`feedback:${post.id}${comment ? `_${comment.id}` : ""}`);
export const commentId = (post, comment) => named(`comment:${post.id}_${comment.id}`);
/** The locator in links; it says nothing about the post. */
export const locator = (post) => `pfbid0${named(`demo${post.id}locator${post.id}`).replace(/[^A-Za-z0-9]/g, "")}`;
