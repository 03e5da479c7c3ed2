// The demo's world on LinkedIn: a coffee roaster's company page, its colleagues, and the people who write below its posts.
import { chanceOf } from "../x/chance.mjs";
import * as words from "./words.mjs";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Weeks that the page has been posting. */
const WEEKS = 16;

export const COMPANY = { id: "90417", vanity: "northwind-coffee", name: "Northwind Coffee", kind: "company" };
const COLLEAGUE = { vanity: "ola-nordmann", name: "Ola Nordmann", kind: "in" };
const CUSTOMER = { vanity: "fabrikam-canteens", name: "Fabrikam Canteens", kind: "company", id: "55120" };

/** LinkedIn's ids carry their creation in ms (Unix) above 22 bits. */
export const idAt = (ms, low = 0) => ((BigInt(Math.floor(ms)) << 22n) | BigInt(low)).toString();
export const timeOf = (id) => Number(BigInt(id) >> 22n);

/** Path of an account's page. */
export const pathOf = ({ kind, vanity }) => `/${kind}/${vanity}/`;

/**
 * Tells the story up to `base` (ms). `posts`: newest first, each `{id, at, kind: "post"|"repost"|"colleague"|"promoted",
 * author, text, share, original, reactions, reposts, comments}`; a comment is `{id, at, author, text, mention, replies}`.
 */
export function tellStory(base, seed = 20_261_121) {
  const chance = chanceOf(seed);
  const people = words.PEOPLE.map(([vanity, name]) => ({ vanity, name, kind: "in" }));
  const stamp = (at) => idAt(at, chance.whole(0, 4_194_303));
  const answerTo = (comment, text, author, at, mention) => {
    if (at < base) comment.replies.push({ id: stamp(at), at, author, text, mention, replies: [] });
    return at < base;
  };

  function comment(post, at) {
    const author = chance.pick(people);
    const asks = chance.happens(0.7);
    const made = {
      id: stamp(at),
      at,
      author,
      text: chance.deal(asks ? words.QUESTIONS : words.REMARKS),
      mention: null,
      replies: [],
    };
    post.comments.push(made);
    const weekend = [0, 6].includes(new Date(at).getUTCDay());
    if (asks && chance.happens(0.2)) {
      const helper = chance.pick(people.filter(({ vanity }) => vanity !== author.vanity));
      answerTo(made, chance.deal(words.COMMUNITY), helper, at + chance.lognormal(3 * HOUR, 0.7), author);
    }
    if (!chance.happens((asks ? 0.72 : 0.15) / (weekend ? 2 : 1))) return;
    const answered = at + chance.lognormal(6 * HOUR, 1);
    if (!answerTo(made, chance.deal(words.ANSWERS), COMPANY, answered, author)) return;
    if (chance.happens(0.3))
      answerTo(made, chance.deal(words.FOLLOW_UPS), author, answered + chance.lognormal(2 * HOUR, 0.5), COMPANY);
  }

  function post(at, kind, author, text, more = {}) {
    const made = {
      id: stamp(at + 25),
      at,
      kind,
      author,
      text,
      share: { kind: chance.happens(0.3) ? "ugcPost" : "share", id: stamp(at - chance.lognormal(2_000, 0.5)) },
      original: null,
      reactions: Math.floor(chance.lognormal(60, 1)),
      reposts: Math.floor(chance.lognormal(4, 0.8)),
      comments: [],
      ...more,
    };
    for (let n = chance.whole(0, 5); n > 0; n--) {
      const said = at + chance.lognormal(10 * HOUR, 1);
      if (said < base) comment(made, said);
    }
    for (const one of made.comments) one.replies.sort((a, b) => a.at - b.at);
    return made;
  }

  const posts = [];
  for (let week = WEEKS; week > 0; week--) {
    const monday = base - week * 7 * DAY;
    // A quiet fortnight in autumn: the longest silence.
    if (week === 6 || week === 7) continue;
    for (const day of [1, 3]) {
      const at = monday + day * DAY + chance.whole(-4, 4) * HOUR + chance.whole(0, 59) * MINUTE;
      if (at < base - HOUR && chance.happens(0.85)) posts.push(post(at, "post", COMPANY, chance.deal(words.POSTS)));
    }
    if (week % 5 === 0) {
      const at = monday + 4 * DAY;
      posts.push(
        post(at, "repost", COMPANY, "", {
          original: post(at - 9 * DAY, "post", CUSTOMER, chance.deal(words.ORIGINALS)),
          comments: [],
        }),
      );
    }
    if (week % 6 === 0) posts.push(post(monday + 5 * DAY, "colleague", COLLEAGUE, chance.deal(words.COLLEAGUE_POSTS)));
  }
  posts.sort((a, b) => b.at - a.at);
  const promoted = post(base - 40 * DAY, "promoted", CUSTOMER, "Canteens that people like. Ask for an offer.", {
    comments: [],
  });
  return { base, posts, promoted };
}

/** Comments and replies that the site counts below a post. */
export const countOf = ({ comments }) => comments.reduce((sum, { replies }) => sum + 1 + replies.length, 0);
