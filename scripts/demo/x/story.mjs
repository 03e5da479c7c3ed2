// The demo's world on X: a coffee roaster that broadcasts well and answers late, its help desk, a rival and their public.
import { chanceOf } from "./chance.mjs";
import * as words from "./words.mjs";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const COMPANY = "NorthwindCoffee";
export const SISTER = "NorthwindHelp";
export const RIVAL = "TidewaterRoast";
export const VIEWER = "demo_reader";
const ADVERTISER = "BrightMugs";

/** X's ids carry their creation in ms above 22 bits: guides to the format call this a snowflake. */
const X_EPOCH = 1_288_834_974_657n;
export const idAt = (ms, low = 0) => (((BigInt(ms) - X_EPOCH) << 22n) | BigInt(low)).toString();

const byId = (a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1);

/** Accounts and posts, with the few questions that a timeline asks of them. */
class World {
  accounts = new Map();
  posts = new Map();
  children = new Map();

  addAccount(handle, name, created, more = {}) {
    this.accounts.set(handle, { handle, name, id: idAt(created, this.accounts.size), created, bio: "", ...more });
  }
  addPost(post) {
    const parent = post.replyTo ? this.posts.get(post.replyTo) : undefined;
    const whole = { replyTo: null, quoteOf: null, repostOf: null, ...post, root: parent?.root ?? post.id };
    this.posts.set(whole.id, whole);
    if (parent) this.children.set(parent.id, [...(this.children.get(parent.id) ?? []), whole]);
    return whole;
  }
  repliesTo(id) {
    return this.children.get(id) ?? [];
  }
  /** Newest first. */
  by(handle) {
    return [...this.posts.values()]
      .filter(({ author }) => author === handle)
      .sort(byId)
      .reverse();
  }
}

class Storyteller {
  constructor(world, base, seed) {
    this.world = world;
    this.base = base;
    this.chance = chanceOf(seed);
    this.people = [...world.accounts.values()].filter(({ stranger }) => stranger).map(({ handle }) => handle);
  }
  fill(text) {
    return text.replace(/\{(bean|city|price)\}/g, (_, list) => this.chance.deal(words.LISTS[list]));
  }
  /** Writes a post at `at`, unless that is still to come. */
  write(author, at, text, more = {}) {
    if (at > this.base) return null;
    const popular = author === COMPANY ? 40 : 3;
    return this.world.addPost({
      id: idAt(Math.floor(at), this.chance.whole(0, 4_194_303)),
      at: Math.floor(at),
      author,
      text: this.fill(text),
      lang: "en",
      likes: Math.floor(this.chance.lognormal(popular, 0.8)),
      shares: Math.floor(this.chance.lognormal(popular / 8, 0.8)),
      views: Math.floor(this.chance.lognormal(popular * 60, 0.6)),
      ...more,
    });
  }
  /** Whether and when the company, or its help desk, answers message `to`; then perhaps what the person says next. */
  answer(company, to, share, depth = 0) {
    const { chance } = this;
    const weekend = [0, 6].includes(new Date(to.at).getUTCDay());
    if (!chance.happens(weekend ? share / 2 : share)) return;
    const helpDesk = company === COMPANY && to.mood === "complaint" && chance.happens(0.3);
    const text = helpDesk
      ? chance.deal(words.HELP_ANSWERS)
      : to.mood === "complaint" && chance.happens(0.6)
        ? words.CANNED
        : chance.deal(words.ANSWERS);
    const at = to.at + chance.lognormal(5 * HOUR, 1.3);
    const given = this.write(helpDesk ? SISTER : company, at, text, { replyTo: to.id });
    if (!given || depth > 0 || !chance.happens(0.35)) return;
    const said = this.write(to.author, given.at + chance.lognormal(30 * MINUTE, 1), chance.deal(words.FOLLOW_UPS), {
      replyTo: given.id,
      mood: "praise",
    });
    if (said?.text.endsWith("?")) this.answer(company, said, share, depth + 1);
  }
  /** A stranger speaks, below `to` or (where `to` is null) in a post of their own that names the company. */
  outsider(company, at, to, mood) {
    const { chance } = this;
    const [list, share] = {
      question: [words.QUESTIONS, 0.5],
      complaint: [words.COMPLAINTS, 0.4],
      praise: [words.PRAISE, 0.12],
      hostile: [words.HOSTILE, 0],
    }[mood];
    const text = chance.deal(list);
    const said = this.write(chance.pick(this.people), at, to ? text : `@${company} ${text}`, {
      replyTo: to?.id ?? null,
      mood,
    });
    if (said) this.answer(company, said, to ? share : 0.9);
    return said;
  }
  audienceOf(company, post, most) {
    for (let count = this.chance.whole(0, most); count > 0; count--) {
      const draw = this.chance.next();
      const mood = draw < 0.4 ? "question" : draw < 0.65 ? "complaint" : draw < 0.96 ? "praise" : "hostile";
      this.outsider(company, post.at + this.chance.lognormal(3 * HOUR, 1.2), post, mood);
    }
  }
  /** Working hours of day `daysAgo`, UTC. */
  workTime(daysAgo) {
    const midnight = Math.floor(this.base / DAY) * DAY - daysAgo * DAY;
    return midnight + 7 * HOUR + Math.floor(this.chance.next() * 9 * HOUR);
  }
}

/** Twelve weeks of NorthwindCoffee: a steady rhythm, one campaign week, one silence of eleven days. */
function tellCompany(teller) {
  const { chance, world } = teller;
  const SILENCE = [33, 43];
  const CAMPAIGN = [15, 21];
  const within = (day, [from, to]) => day >= from && day <= to;
  const texts = [words.INFORMATION, words.INFORMATION, words.INFORMATION, words.ACTION, words.COMMUNITY];
  const written = [];
  const publish = (at, text, more) => {
    const post = teller.write(COMPANY, at, text, more);
    if (post) written.push(post);
    return post;
  };
  for (let day = 84; day >= 0; day--) {
    if (within(day, SILENCE)) continue;
    const weekend = [0, 6].includes(new Date(teller.workTime(day)).getUTCDay());
    const inCampaign = within(day, CAMPAIGN);
    const count = inCampaign ? chance.whole(3, 5) : weekend ? (chance.happens(0.35) ? 1 : 0) : chance.whole(1, 2);
    for (let n = 0; n < count; n++) {
      const post = publish(teller.workTime(day), chance.deal(inCampaign ? words.CAMPAIGN : chance.pick(texts)));
      if (post) teller.audienceOf(COMPANY, post, inCampaign ? 2 : 4);
    }
    if (day % 11 === 3) publish(teller.workTime(day), chance.deal(words.GERMAN), { lang: "de" });
    if (day % 17 === 5) publish(teller.workTime(day), chance.deal(words.SPANISH), { lang: "es" });
    if (day % 14 === 6) {
      let at = teller.workTime(day);
      let before = null;
      for (const part of chance.deal(words.SELF_THREADS)) {
        before = publish(at, part, { replyTo: before?.id ?? null });
        at += chance.whole(40, 90) * SECOND;
      }
    }
    // People who write to the company outside its own threads.
    if (day % 2 === 0)
      teller.outsider(COMPANY, teller.workTime(day), null, chance.happens(0.5) ? "question" : "complaint");
    if (day % 6 === 1) {
      const author = chance.pick(teller.people);
      const passedOn = teller.write(author, teller.workTime(day + 1), `${chance.deal(words.PRAISE)} @${COMPANY}`);
      const more = day % 12 === 1 ? { repostOf: passedOn.id } : { quoteOf: passedOn.id };
      publish(
        teller.workTime(day),
        more.repostOf ? `RT @${author}: ${passedOn.text}` : chance.deal(words.QUOTES),
        more,
      );
    }
  }
  const long = publish(teller.workTime(58), words.LONG, { long: true });
  const first = teller.workTime(12);
  const edited = publish(
    first + 20 * MINUTE,
    "The class in Porto starts at six, not at seven. Corrected, thank you all.",
  );
  edited.earlier = [idAt(first, 77)];
  // What deletions and settings leave behind: a parent that is gone, a wrapper, answers that are announced but not shown.
  const answers = world.by(COMPANY).filter(({ replyTo }) => replyTo && world.posts.get(replyTo).author !== COMPANY);
  answers.forEach((answer, index) => {
    if (index % 13 === 6) world.posts.get(answer.replyTo).removed = true;
  });
  written.forEach((post, index) => {
    if (index % 5 === 4) post.foldsAnswers = true;
    if (index % 40 === 17) post.wrapped = true;
  });
  world.pinned = long.id;
}

function tellRival(teller) {
  for (let day = 30; day >= 0; day--) {
    const post = teller.write(RIVAL, teller.workTime(day), teller.chance.deal(words.INFORMATION));
    if (post && day % 3 === 0) teller.outsider(RIVAL, post.at + HOUR, post, "question");
  }
}

/**
 * The whole world as it stands at `base` (ms); the same for the same `base`.
 * Times are relative to it, so that the demo is always of today.
 */
export function tellStory(base) {
  const world = new World();
  world.base = base;
  const years = (count) => base - count * 365 * DAY;
  world.addAccount(COMPANY, "Northwind Coffee", years(6), {
    business: true,
    bio: "Coffee, roasted by the sea. We reply within a day. Orders: @NorthwindHelp",
  });
  world.addAccount(SISTER, "Northwind Help", years(5), { business: true, bio: "Help for @NorthwindCoffee orders." });
  world.addAccount(RIVAL, "Tidewater Roast", years(4), { business: true, bio: "Small lots, big mugs." });
  world.addAccount(ADVERTISER, "Bright Mugs", years(3), { business: true });
  world.addAccount(VIEWER, "Demo Reader", years(2));
  words.STRANGERS.forEach((name, index) => {
    const handle =
      name
        .normalize("NFD")
        .replace(/[^A-Za-z]/g, "")
        .toLowerCase() + (index % 3 === 0 ? index + 10 : "");
    const shown = index === 7 ? '<img src=x onerror="document.title=`taken`"> Hugo' : name;
    world.addAccount(handle, shown, years(1) - index * DAY, { stranger: true });
  });
  tellCompany(new Storyteller(world, base, 20_261));
  tellRival(new Storyteller(world, base, 7_342));
  const advert = new Storyteller(world, base, 99);
  world.promoted = advert.write(ADVERTISER, base - 3 * DAY, "Mugs that keep their heat. Two for {price}.").id;
  world.related = [advert.write(ADVERTISER, base - 5 * DAY, "Which mug is yours?").id];
  return world;
}
