// The demo's world on Facebook: the same coffee roaster's page, its rival's, and the people who write below their posts.
import { chanceOf } from "../x/chance.mjs";
import * as words from "../x/words.mjs";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const COMPANY = "61550010020030";
export const RIVAL = "61550010020031";
const ADVERTISER = "61550010020032";
export const VIEWER = "100090000000001";

/** The whole world as it stands at `base` (ms); the same for the same `base`, its times relative to it. */
export function tellStory(base) {
  const chance = chanceOf(40_961);
  const accounts = new Map();
  const posts = [];
  let nextId = 122_100_000_000_000n;
  // The site's numbers say nothing about time, so these jump about too.
  const freshId = () => {
    nextId += BigInt(chance.whole(1_000, 900_000));
    return `${chance.whole(1, 9)}${nextId}`;
  };
  const account = (id, name, handle, company) => accounts.set(id, { id, name, handle, company });
  account(COMPANY, "Northwind Coffee", "northwindcoffee", true);
  account(RIVAL, "Tidewater Roast", "tidewaterroast", true);
  account(ADVERTISER, "Bright Mugs", "brightmugs", true);
  account(VIEWER, "Demo Reader", "demo.reader", false);
  const people = words.STRANGERS.map((name, index) => {
    const id = `10009000000${1_000 + index}`;
    const shown = index === 7 ? '<img src=x onerror="document.title=`taken`"> Hugo' : name;
    account(id, shown, `guest.${index + 10}`, false);
    return id;
  });
  const fill = (text) => text.replace(/\{(bean|city|price)\}/g, (_, list) => chance.deal(words.LISTS[list]));

  const addPost = (author, at, text, more = {}) => {
    const post = { id: freshId(), author, at: Math.floor(at / 1_000) * 1_000, text: fill(text), comments: [], ...more };
    posts.push(post);
    return post;
  };
  const addComment = (post, author, at, text, parent = null, more = {}) => {
    const whole = Math.floor(at / 1_000) * 1_000;
    if (whole > base) return null;
    const comment = { id: freshId(), author, at: whole, text: fill(text), parent: parent?.id ?? null, ...more };
    post.comments.push(comment);
    return comment;
  };
  const converse = (page, post, most) => {
    for (let left = chance.whole(0, most); left > 0; left--) {
      const draw = chance.next();
      const list = draw < 0.45 ? words.QUESTIONS : draw < 0.7 ? words.COMPLAINTS : words.PRAISE;
      const share = draw < 0.45 ? 0.55 : draw < 0.7 ? 0.4 : 0.1;
      const said = addComment(post, chance.pick(people), post.at + chance.lognormal(3 * HOUR, 1.2), chance.deal(list));
      if (!said || !chance.happens(share)) continue;
      const at = said.at + chance.lognormal(4 * HOUR, 1.2);
      // Some answers are given as a comment of their own, addressed by name.
      const apart = chance.happens(0.08);
      const text = chance.deal(words.ANSWERS);
      const answer = apart
        ? addComment(post, page, at, text, null, { mention: said.author })
        : addComment(post, page, at, text, said, { mention: said.author });
      if (!answer || apart || !chance.happens(0.3)) continue;
      addComment(post, said.author, answer.at + chance.lognormal(HOUR, 1), chance.deal(words.FOLLOW_UPS), answer);
    }
  };
  const workTime = (daysAgo) =>
    Math.floor(base / DAY) * DAY - daysAgo * DAY + 7 * HOUR + Math.floor(chance.next() * 9 * HOUR);
  const kinds = [words.INFORMATION, words.INFORMATION, words.ACTION, words.COMMUNITY];
  for (let day = 60; day >= 1; day--) {
    if (day >= 24 && day <= 32) continue;
    if (chance.happens(0.45)) converse(COMPANY, addPost(COMPANY, workTime(day), chance.deal(chance.pick(kinds))), 6);
    if (day % 5 === 0) converse(RIVAL, addPost(RIVAL, workTime(day), chance.deal(words.INFORMATION)), 3);
  }
  const busy = addPost(COMPANY, workTime(9), "Which city should get our next bar? Tell us below.");
  for (let n = 0; n < 7; n++) converse(COMPANY, busy, 5);
  const original = addPost(people[3], workTime(41), "The best espresso of this trip, and nobody in the queue.");
  addPost(COMPANY, workTime(40), "Thank you for the kind words, and see you again.", { shares: original });
  const pinned = addPost(
    COMPANY,
    workTime(70),
    "Welcome. We answer here within a day, and at weekends by Monday noon.",
  );
  const advert = addPost(ADVERTISER, workTime(3), "Mugs that keep their heat. Two for {price}.", { advert: true });
  const suggested = addPost(ADVERTISER, workTime(6), "Which mug is yours?", { suggested: true });
  return { base, accounts, posts, pinned, advert, suggested };
}

/** A page's own posts, newest first. */
export const postsOf = (world, page) => world.posts.filter(({ author }) => author === page).sort((a, b) => b.at - a.at);

/** Comments below a post (`parent` null) or below a comment, oldest first. */
export const below = (post, parent = null) =>
  post.comments.filter((comment) => comment.parent === (parent?.id ?? null)).sort((a, b) => a.at - b.at);

/** All that stands below a first-level comment, however deep: the site lists it in one row. */
export function repliesBelow(post, comment) {
  const replies = below(post, comment);
  return [...replies, ...replies.flatMap((reply) => repliesBelow(post, reply))].sort((a, b) => a.at - b.at);
}
