// English: every sentence the extension says, in plain words and without praise or blame.
import type { OwnType } from "../../computed/own-items.ts";
import type { PostClass } from "../../computed/text-class.ts";
import type { Unit } from "../../domain/goal.ts";
import type { Feed } from "../../domain/page.ts";
import type { CANNOT_SHOW as KEYS_NOT_SHOWN } from "../../report/cannot-show.ts";
import type { Catalogue, IndicatorText } from "./catalogue.ts";
import { handoverEn } from "./en-handover.ts";
import { reportEn } from "./en-report.ts";
import type { Formats } from "./format.ts";

const FEED: Readonly<Record<Feed, string>> = { posts: "Posts", replies: "Replies", reposts: "Reposts", all: "All" };

export function en(format: Formats): Catalogue {
  const { number, percent, percentRange, duration, date, dateRange, list, plural } = format;
  const items = (n: number, one: string, other: string) => plural(n, { one: `# ${one}`, other: `# ${other}` });
  const people = (n: number) => items(n, "person who asked", "people who asked");
  // Two populations: the same person counts once, or each time they wrote anew.
  const writers = (n: number) => items(n, "different person below its posts", "different people below its posts");
  const times = (n: number) => items(n, "time somebody wrote", "times somebody wrote");
  const posts = (n: number) => items(n, "post", "posts");
  const weeks = (n: number) => items(n, "week", "weeks");
  const published = (n: number) => items(n, "post or answer", "posts and answers");
  const answers = (n: number) => items(n, "answer", "answers");
  const conversations = (n: number) => items(n, "conversation below its posts", "conversations below its posts");
  const days = (n: number) => items(n, "day", "days");

  const share = (
    name: string,
    count: (n: number) => string,
    sentence: (percent: string, count: string) => string,
  ): IndicatorText => ({ name, fact: (f) => sentence(`**${percent(f.value)}**`, count(f.n)) });
  const within = (name: string, who: (n: number) => string, time: string): IndicatorText =>
    share(name, who, (p, n) => `Of ${n}, ${p} had an answer within ${time}.`);

  const until = (name: string, who: (n: number) => string, part: string, clock = ""): IndicatorText => ({
    name,
    fact: (f) => `Of ${who(f.n)}, ${part} had an answer within **${duration(f.value)}**${clock}.`,
  });
  const perPost = (name: string, one: string, other: string): IndicatorText => ({
    name,
    fact: (f) => `Half of ${posts(f.n)} got **${plural(f.value, { one: `# ${one}`, other: `# ${other}` })}** or fewer.`,
  });

  const value = (unit: Unit, v: number): string => {
    switch (unit) {
      case "share":
        return percent(v);
      case "ms":
        return duration(v);
      case "perWeek":
        return `${number(v, 1)} a week`;
      case "index":
        return number(v, 2);
      case "count":
        return number(v);
    }
  };
  const target: Catalogue["target"] = (unit, t) => {
    if (t.direction === "between")
      return unit === "share"
        ? percentRange(t.value, t.upper ?? t.value)
        : `between ${value(unit, t.value)} and ${value(unit, t.upper ?? t.value)}`;
    return t.direction === "atLeast" ? `at least ${value(unit, t.value)}` : `at most ${value(unit, t.value)}`;
  };
  const feeds = (names: readonly Feed[]) => list(names.map((feed) => FEED[feed]));
  const tab = (names: readonly Feed[]) => `${feeds(names)} ${names.length === 1 ? "tab" : "tabs"}`;

  return {
    format,
    direction: "ltr",
    goal: {
      care: { name: "Customer care", hint: "People who ask get an answer in time" },
      community: { name: "Community", hint: "Talk with people, not at them" },
      awareness: { name: "Awareness", hint: "Be present, week after week" },
      leads: { name: "Leads and sales", hint: "People who want to buy get an answer" },
      thoughtLeadership: { name: "Thought leadership", hint: "Share insight and discuss it" },
      employerBrand: { name: "Employer brand", hint: "Candidates get answers and see people" },
      listening: { name: "Listening", hint: "Ask, and stay for the answers" },
      crisis: { name: "Ready for a crisis", hint: "Complaints are answered fast, weekends too" },
      rhythm: { name: "Steady rhythm", hint: "Keep in touch without bursts and silences" },
      learn: { name: "Try and learn", hint: "A small steady test, then decide" },
    },
    indicator: {
      answeredWithin1h: within("Answered within an hour", people, "an hour"),
      answeredWithin24h: within("Answered within a day", people, "a day"),
      halfTime: until("Time until half have an answer", people, "half"),
      weekendGap: {
        name: "Answered less at weekends",
        limits(lower, upper) {
          const points = (v: number) => `${number(Math.abs(v) * 100)} ${v < 0 ? "more" : "fewer"}`;
          return `${points(lower)} to ${points(upper)}`;
        },
        fact: (f) => {
          const points = Math.round(f.value * 100);
          const basis = `${people(f.n)} at a weekend`;
          if (points === 0)
            return `At weekends people are answered within a day **as often** as on weekdays (${basis}).`;
          return `At weekends **${number(Math.abs(points))} in 100** people ${points > 0 ? "fewer" : "more"} have an answer within a day than on weekdays (${basis}).`;
        },
      },
      replyShare: share("Share that answers someone", published, (p, n) => `Of ${n}, ${p} answer someone.`),
      communityShare: share(
        "Posts that invite people",
        posts,
        (p, n) => `Of ${n}, ${p} invite people in: a question, thanks, a poll.`,
      ),
      actionShare: share("Posts that ask people to act", posts, (p, n) => `Of ${n}, ${p} ask people to act or buy.`),
      askingShare: share("Posts that ask a question", posts, (p, n) => `Of ${n}, ${p} ask people something.`),
      askedAndLeft: share(
        "Asked and left",
        (n) => items(n, "post that asked people something", "posts that asked people something"),
        (p, n) => `Of ${n}, ${p} were left: people answered, the page did not come back.`,
      ),
      returningPeople: share("People who come back", writers, (p, n) => `Of ${n}, ${p} came back another day.`),
      threadPresence: share(
        "Present in its own conversations",
        conversations,
        (p, n) => `Of ${n}, the page took part in ${p}.`,
      ),
      buyingAnswered24h: within(
        "Buying questions answered within a day",
        (n) => items(n, "person who wanted to buy", "people who wanted to buy"),
        "a day",
      ),
      complaintsAnswered1h: within(
        "Complaints answered within an hour",
        (n) => items(n, "person who complained", "people who complained"),
        "an hour",
      ),
      complaintsAnswered24h: within(
        "Complaints answered within a day",
        (n) => items(n, "person who complained", "people who complained"),
        "a day",
      ),
      peopleShare: share("Posts about people", posts, (p, n) => `Of ${n}, ${p} are about people.`),
      insightPerWeek: {
        name: "Posts with insight per week",
        fact: (f) => `**${number(f.value, 1)}** posts with insight a week, over ${weeks(f.n)}.`,
      },
      blanketShare: share(
        "Same message on several networks",
        posts,
        (p, n) => `Of ${n}, ${p} went out on another network too, nearly word for word.`,
      ),
      activeWeeks: {
        name: "Weeks with a post",
        fact: (f) =>
          `**${number(Math.round(f.value * f.n))} of ${weeks(f.n)}** (${percent(f.value)}) had at least one post.`,
      },
      postsPerWeek: {
        name: "Posts per week",
        fact: (f) => `**${number(f.value, 1)}** posts a week (${posts(f.n)}).`,
      },
      longestSilence: {
        name: "Longest silence",
        fact: (f) => `The longest silence lasted **${duration(f.value)}** (${posts(f.n)}).`,
      },
      burstiness: {
        name: "Evenness (−1 clockwork, 1 bursts)",
        fact: (f) =>
          `Posts come ${f.value > 0.1 ? "in bursts" : f.value < -0.1 ? "evenly" : "as by chance, neither even nor in bursts"}: **${number(f.value, 2)}** (−1 clockwork, 0 chance, 1 bursts; ${items(f.n, "gap", "gaps")}).`,
      },
    },
    finding: {
      answeredWithin4h: within("Answered within 4 hours", people, "4 hours"),
      answeredWithin72h: within("Answered within 3 days", people, "3 days"),
      ninetyTime: until("Time until 9 in 10 have an answer", people, "9 in 10"),
      openHalfTime: until(
        "Time until half have an answer in your hours",
        people,
        "half",
        " of the hours you answer in",
      ),
      answeredAsPromised: share(
        "Answered as promised",
        people,
        (p, n) => `Of ${n}, ${p} had an answer within the time you promise.`,
      ),
      everyoneWithin24h: within("Everyone answered within a day", times, "a day"),
      everyoneHalfTime: until("Time until half of everyone has an answer", times, "half"),
      answeredByMonth: {
        name: "Answered within a day by month",
        fact: (f) => `In the latest month, of ${people(f.n)}, **${percent(f.value)}** had an answer within a day.`,
      },
      answeredLatency: {
        name: "Answers that were given",
        fact: (f) => `Of ${answers(f.n)} given, half came within **${duration(f.value)}**.`,
      },
      weekdaysWithin24h: within(
        "Answered within a day on weekdays",
        (n) => items(n, "person who asked on a weekday", "people who asked on a weekday"),
        "a day",
      ),
      weekendsWithin24h: within(
        "Answered within a day at weekends",
        (n) => items(n, "person who asked at a weekend", "people who asked at a weekend"),
        "a day",
      ),
      eveningsWithin24h: within(
        "Answered within a day in the evening",
        (n) => items(n, "person who asked in the evening", "people who asked in the evening"),
        "a day",
      ),
      questionsWaiting: {
        name: "People who asked and wait",
        fact: (f) =>
          `Of ${people(f.n)}, **${number(f.value)}** still ${f.value === 1 ? "waits" : "wait"} for an answer.`,
      },
      waiting: {
        name: "Everyone who waits",
        fact: (f) => `Of ${times(f.n)}, **${number(f.value)}** ${f.value === 1 ? "has" : "have"} had no answer.`,
      },
      answersApart: {
        name: "Answers given apart",
        fact: (f) =>
          `**${items(f.value, "comment", "comments")}** of the page's own ${f.value === 1 ? "begins" : "begin"} with a person's name: likely an answer, but weaker evidence than a reply, so not counted as one.`,
      },
      deepThreads: share(
        "Real conversations",
        conversations,
        (p, n) => `Of ${n}, ${p} went back and forth at least twice.`,
      ),
      uniquePeople: {
        name: "People who wrote",
        fact: (f) => `**${items(f.value, "person", "people")}** wrote below its posts.`,
      },
      movedToPrivate: share(
        "Moved to private",
        answers,
        (p, n) => `Of ${n}, ${p} send people on to messages, mail or phone.`,
      ),
      cannedShare: share("Canned answers", answers, (p, n) => `Of ${n}, ${p} are nearly word for word like another.`),
      commentsPerPost: perPost("Comments per post", "comment", "comments"),
      sharesPerPost: perPost("Shares per post", "share", "shares"),
      reactionsPerPost: perPost("Reactions per post", "reaction", "reactions"),
    },
    value,
    range(unit, lower, upper) {
      if (lower === null && upper === null) return null;
      if (lower === null) return `up to ${value(unit, upper as number)}`;
      if (upper === null && unit === "ms" && (lower as number) < 60_000) return null;
      if (upper === null) return `${value(unit, lower)} or more`;
      if (unit === "perWeek") return `${number(lower, 1)} to ${value(unit, upper)}`;
      return unit === "share" ? percentRange(lower, upper) : `${value(unit, lower)} to ${value(unit, upper)}`;
    },
    doubt: (range, census, unknown) =>
      census ? "all read" : range && `likely ${range}${unknown ? `; ${unknown} counting what is not known` : ""}`,
    aim: (unit, t, assumed) => `${assumed ? "Yardstick" : "Aim"}: ${target(unit, t)}`,
    target,
    verdict(state, daysLeft) {
      if (state === "met") return "Met";
      if (state === "missed") return daysLeft > 0 ? "Not there yet" : "Missed";
      return state === "cannotTell" ? "Can't tell yet" : "Not visible here";
    },
    stillLeft: (n) => `${days(n)} left`,
    daysLeft: (n, end, now) =>
      n > 0 ? `${days(n)} left, until ${date(end, now)}` : `The time for it ended on ${date(end, now)}`,
    reason(reason, missing, n) {
      switch (reason) {
        case "nothingRead":
          return "Nothing was read that shows this.";
        case "tooFew":
          return n === 0 ? "Nothing to go by yet." : "Too few to say: a handful can be chance.";
        case "feedMissing":
          return missing.length ? `The ${tab(missing)} was not read.` : "A tab it needs was not read.";
        case "noCommonWindow":
          return missing.length
            ? `What was read of the ${tab(missing)} covers no common days.`
            : "The tabs read so far cover no common days.";
        case "onlyAnswered":
          return "Only messages that got an answer are visible here; those still waiting are not.";
        case "threadsUnread":
          return "Answers below its posts were not opened, so this is not known.";
        case "windowIncomplete":
          return "The posts of these weeks were not all read.";
        case "fewerThanHalf":
          return "Fewer than that have had an answer so far.";
        case "notByDate":
          return "The list is not sorted by date, and any other order leaves posts out.";
        case "signedOut":
          return "Answers are not visible from here: the site shows none to whoever is signed out.";
        case "notMeasured":
          return "This is not measured.";
        case "typedIn":
          return "A page cannot show this; you type it in.";
        case "failed":
          return "This could not be worked out. The other figures are not affected.";
      }
    },
    between: (name, range) => `${name}: **${range}**; the site tells times only roughly.`,
    undecided: "The true figure may lie on either side of the aim.",
    notMeasured: "This is not measured yet.",
    feed: (feed) => FEED[feed],
    next(step, created, now) {
      const post = created === null ? "the post" : `the post of ${date(created, now)}`;
      switch (step.key) {
        case "openFeed":
          return step.feed ? `Open the ${FEED[step.feed]} tab of this page.` : "Open the page's other tabs.";
        case "sortRecent":
          return `Sort the ${FEED[step.feed ?? "posts"]} tab by “Recent” instead of “Top”.`;
        case "scrollFeed": {
          const where = step.feed ? `the ${FEED[step.feed]} tab` : "the page";
          return step.count
            ? `Scroll further down ${where}: about ${items(step.count, "post", "posts")} to go.`
            : `Scroll further down ${where}.`;
        }
        case "openThread":
          return step.count
            ? `Open ${post}: ${items(step.count, "answer", "answers")} below it, not read yet.`
            : `Open ${post} and read the answers below it.`;
        case "openReplies": {
          const message = created === null ? "the message" : `the message of ${date(created, now)}`;
          return step.count
            ? `Open ${message}: ${items(step.count, "answer", "answers")} below it, not read yet.`
            : `Open ${message} and read the answers below it.`;
        }
        case "showAll":
          return step.count
            ? `Switch to All comments on ${post}: ${items(step.count, "answer is", "answers are")} hidden or not loaded.`
            : `Switch to All comments on ${post}.`;
        case "reload":
          return "Reload this page and read it from the top.";
        case "signIn":
          return "Sign in on this site: signed out, it hides most of what people write.";
        case "setPlan":
          return "Say why this page is here. Then every figure gets a meaning.";
        case "nothing":
          return "Nothing more to open: what this page shows has been read.";
      }
    },
    unread(reason, count) {
      const n = items(count, "item", "items");
      switch (reason) {
        case "noId":
          return `${n} without an address of their own`;
        case "repost":
          return `at least ${items(count, "repost", "reposts")} shown without a time of its own (the Reposts tab tells more)`;
        case "noTime":
          return `${n} without a time`;
        case "noAuthor":
          return `${n} without an author`;
        case "unknownShape":
          return `${n} in a form not known here`;
        case "tooBig":
          return `${n} too big to read`;
        case "notJson":
          return `${n} that could not be decoded`;
        case "siteError":
          return `${items(count, "answer", "answers")} of the site that only said "error"`;
        case "unavailable":
          return `${n} the site keeps back (deleted, withheld or private)`;
      }
    },
    unreadTotal: (count, read) => `${items(count, "item", "items")} could not be read, ${number(read)} could.`,
    coverage: {
      posts: (p, r, re) =>
        list([
          items(p, "post", "posts"),
          items(r, "answer", "answers"),
          ...(re ? [items(re, "repost", "reposts")] : []),
        ]),
      feedRead(feed, { from, to }, gaps, top, end, now) {
        const notes = [
          ...(gaps > 0 ? [gaps === 1 ? "with a gap" : `with ${number(gaps)} gaps`] : []),
          ...(top ? [] : ["not from the top"]),
          ...(end ? ["to the very end"] : []),
        ];
        return `${FEED[feed]}: ${[dateRange(from, to, now), ...notes].join(", ")}`;
      },
      threads: (n) =>
        n === 0 ? "No conversation opened yet" : items(n, "conversation opened", "conversations opened"),
      announced: (read, announced) =>
        `${number(read)} of ${items(announced, "message", "messages")} below its posts read`,
      withoutParent: (n) => `${answers(n)} whose question is not known, so how long people waited is not known either`,
      allUnderstood: "Everything found could be read.",
    },
    notLoaded({ key, feed, count }) {
      const where = feed ? `${FEED[feed]}: ` : "";
      const n = count ?? 0;
      switch (key) {
        case "feed":
          return feed ? `${FEED[feed]}: not opened` : "A tab was not opened";
        case "notByDate":
          return `${where}what an order other than by date leaves out`;
        case "newerPosts":
          return `${where}what is newer than the first post read`;
        case "olderPosts":
          return `${where}what is older than the last post read`;
        case "gapInFeed":
          return `${where}${items(n, "gap", "gaps")} in between`;
        case "threads":
          return items(n, "post whose answers were not opened", "posts whose answers were not opened");
        case "answers":
          return items(n, "answer below its posts", "answers below its posts");
        case "askedMessages":
          return `what ${items(n, "answer", "answers")} answered, so how long people waited for ${n === 1 ? "it" : "them"}`;
        case "texts":
          return `the text of ${items(n, "message", "messages")}`;
        case "notUnderstood":
          return `${items(n, "item", "items")} that could not be read:`;
        case "signedOut":
          return "most of it: you are signed out";
      }
    },
    advice: { keep: "Keep", change: "Change", stop: "Stop" },
    course(reason, goal, network) {
      switch (reason) {
        case "notOurChannel":
          return `You said that ${network} is not your channel.`;
        case "quietOnPurpose":
          return `You are quiet on ${network} on purpose, and in what was read nobody waits for an answer.`;
        case "quietButAsked":
          return `You are quiet on ${network} on purpose, but people wait there for an answer.`;
        case "allMet":
          return "Every goal is met.";
        case "someMissed":
          return goal ? `“${goal}” is not reached.` : "A goal is not reached.";
        case "allMissedAtTheEnd":
          return "The time is over, and no goal was reached.";
        case "cannotTell":
          return "Too little is known to say keep, change or stop.";
        case "noGoals":
          return "Without a goal nobody can say keep, change or stop.";
      }
    },
    cannotShow: (key) => (CANNOT_SHOW as Readonly<Record<string, string>>)[key] ?? null,
    popup: {
      title: "Whyfirst",
      elsewhere: (networks) =>
        `Whyfirst reads company pages on ${list(networks)}. Open one there, then click the button again.`,
      starting: "Reading what this tab shows…",
      person: "This is a person's own profile. Whyfirst audits the pages of organisations only.",
      nothingYet: "Nothing read yet. Scroll the page, and the figures appear here.",
      visitorsView: "Open the page's posts as visitors see them.",
      notUnderstood: (network) =>
        `${network} draws this page in a way not known here, so nothing on it could be read. That is not the same as an empty page.`,
      coverageLine(c, now) {
        if (!c.read) return "Nothing read yet";
        const read = c.feeds.flatMap(({ feed, segments }) => (segments.length ? [feed] : []));
        const span = c.read.from === c.read.to ? date(c.read.from, now) : dateRange(c.read.from, c.read.to, now);
        const what = list([
          ...(c.posts || !c.replies ? [posts(c.posts)] : []),
          ...(c.replies ? [answers(c.replies)] : []),
          ...(c.reposts ? [items(c.reposts, "repost", "reposts")] : []),
        ]);
        const where = read.length ? `from the ${tab(read)}` : "";
        const threads = c.threadsRead ? items(c.threadsRead, "conversation", "conversations") : "";
        return [span, what, [where, threads].filter(Boolean).join(", ")].filter(Boolean).join(" · ");
      },
      reading: "Reading as you scroll",
      notReading: "Not reading",
      signedOut: (network) =>
        `You are signed out of ${network}. It then shows only a few posts and hides most or all of what people write. Sign in there to see who waits for an answer.`,
      asOf: (ms, from) =>
        `As of ${format.dateTime(ms)}${from === "har" ? ", the end of the recording" : from === "material" ? ", the newest time in the material" : ""}`,
      youAreHere: "You are here",
      assumedWhy: (stance) =>
        stance === "rival"
          ? "Assumed, by your yardstick (a rival's page)"
          : "Assumed, by your yardstick (a prospect's page)",
      noWhy: "No WHY stated yet",
      noWhyLead: "Facts only, no verdict.",
      noSentence: "No sentence yet: why are you here?",
      stateWhy: "State your why",
      latencyTitle: "How long people wait",
      givenTitle: "How fast answers come",
      half: (ms) => (ms === null ? "fewer than half answered so far" : `half within ${duration(ms)}`),
      givenNote: "Given an answer. People still waiting are not visible from here, so nobody can say how many got one.",
      conversationTitle: "Broadcast or conversation",
      rhythmTitle: "Rhythm",
      rhythm: (inWeeks, perWeek, silence) =>
        [
          ...(perWeek === null ? [] : [`**${number(perWeek, 1)}** posts a week`]),
          ...(inWeeks ? [`posts in **${number(inWeeks.active)} of ${weeks(inWeeks.of)}**`] : []),
          ...(silence
            ? [`longest silence **${duration(silence.ms)}**${silence.current ? ", still going on" : ""}`]
            : []),
        ].join(" · "),
      waitingTitle: (n) => (n === 1 ? "1 person waits for an answer" : `${number(n)} people wait for an answer`),
      waitingLead: "longest first",
      moreWaiting: (n) => `and ${number(n)} more`,
      coverageTitle: "What was read",
      notLoadedTitle: "Not loaded here",
      moreTitle: "More figures",
      unknown: (names, reason) => `Not known: ${list(names)}. ${reason}`,
      nextTitle: "Next",
      cannotShowTitle: "What a page cannot show",
      stop: "Stop reading",
      readOn: "Read on",
      changePlan: "Change plan",
      openReport: "Open the report",
      handOver: "Hand-over",
      openBeside: "Keep open beside the page",
      reviewDue: (day) => `You wanted to look at this plan again on ${day}.`,
      reload: "Reload and read from the top",
      reloadWhy: "Reading began in the middle of the page.",
      reloadWhyAnswers: (n) =>
        `For ${answers(n)} loaded before your click, the question is not known. Read from the top, they count too.`,
      reloading: "Reloading this page…",
      reloadNeedsClick:
        "This browser takes back the permission on a reload. Reload the page yourself, then click the toolbar button again.",
      opensIn: (network) => `opens on ${network}`,
      problem: {
        unknownPage:
          "Whose page this post belongs to could not be read. Open that page itself, then click the button again.",
        noAccess: "The browser does not let this tab be read. Click the toolbar button on the page itself.",
        storage: "The browser's storage could not be opened. In private windows nothing is kept.",
        lost: "Some of what this page showed could not be stored, so figures may be missing people and posts. Reload the page, then click the toolbar button again.",
        audit: "The figures could not be worked out. What was read is kept.",
        reader: "This page could not be read. Reload it, then click the toolbar button again.",
        save: "The plan could not be saved. Try again.",
        gone: "This tab was closed or has moved on.",
        beside: "The browser did not open the panel. Try the browser's own menu for side panels.",
      },
    },
    report: reportEn(format),
    handover: handoverEn,
    plan: {
      askTitle: "Why are you here?",
      askLead: "One sentence first. It decides which figures matter.",
      editTitle: "Your plan",
      whyPlaceholder: "so that customers get help the same day",
      templateShort: "so that WHO will DO or FEEL WHAT, by WHEN",
      template:
        "We are on … so that WHO will DO or FEEL WHAT by WHEN; we will know because a figure reaches its aim; if not, we will change or stop.",
      goalsLabel: "What should it do?",
      goalsHint: "Pick one or more. Each brings aims that you can change.",
      noGoals: "No goal can be measured here yet.",
      horizonLabel: "By when?",
      horizon: (n) => `${number(n)} days`,
      stanceLabel: "Whose page is it?",
      stance: { mine: "Mine", rival: "A rival's", prospect: "A prospect's" },
      assumed: {
        rival: "The plan is assumed: it is your yardstick, not theirs.",
        prospect: "The plan is assumed: it is your yardstick, not theirs.",
      },
      policyLabel: "Who answers, and when",
      withinLabel: "Answer within",
      withinHint: "hours; leave empty if nothing is promised",
      hoursLabel: "In which hours?",
      allHours: "Around the clock",
      someHours: "In set hours",
      daysLabel: "Days",
      fromLabel: "From",
      toLabel: "To",
      zoneLabel: "Time zone",
      whoLabel: "Who answers?",
      languagesLabel: "In which languages?",
      sistersLabel: "Sister accounts that answer for this page",
      sistersHint: "Separated by commas, such as @northwindhelp. Their answers count as the page's.",
      startedLabel: "The days count from",
      question: {
        why: "Why are you here?",
        relations: "How should this improve relations with customers?",
        brand: "What should people think of the brand?",
        people: "Are the people you want here, and how do they use this network?",
        success: "What has to have happened in 90, 180 or 365 days for this to be a success?",
        indicators: "Which figures show it?",
        learn: "What do you want to learn?",
        policy: "What is the policy for answers?",
      },
      indicatorsHint: "The aims you set here. Follower counts are never one of them.",
      open: "open",
      openCount: (n) => (n === 1 ? "1 question is open" : `${number(n)} questions are open`),
      more: "Who answers, when, and for whom",
      unit: {
        percent: "%",
        minutes: "minutes",
        hours: "hours",
        days: "days",
        perWeek: "a week",
        plain: "",
      },
      direction: { atLeast: "at least", atMost: "at most", between: "between" },
      and: "and",
      targetHint(reason) {
        switch (reason) {
          case "sociallyDevoted2012":
            return "65% is the bar of “Socially Devoted” (Socialbakers, 2012)";
          case "expectedWithinDay":
            return "About 79% of people expect an answer within a day (Sprout 2020; Arise 2017, n > 1,500)";
          case "waitFourHours2016":
            return "People wait about 4 hours (Sprout Index, 2016)";
          case "replyShare2015":
            return "1 answer in 5 posts across sectors, 1 in 3 in retail (Sprout Index, 2015)";
          case "rivalIq2024":
            return "4.69 posts a week is the median of large brands (Rival IQ, 2024)";
          case "metricool2024":
            return "2.2 posts a week is the mean (Metricool, 2024)";
          case "house":
            return "Our own rule of thumb";
          case "folklore":
            return "Folklore: often said, never shown";
        }
      },
      dropHint: "Empty a field to drop that aim.",
      save: "Save",
      cancel: "Cancel",
      skip: "Skip: show facts only",
      forget: "Delete this plan",
      invalid: {
        target: "An aim needs a number within its range.",
        sister: "A sister account is a name such as @northwindhelp, without spaces, and not an address.",
        within: "The time to answer needs a number above 0.",
        hours:
          "Set hours need at least one day, a start, and another time as the end: an earlier one is on the day after.",
        started: "The start needs a date.",
      },
    },
    detail: {
      curve: (points, n, counted) =>
        `${counted === "people" ? `Share of ${people(n)} that had an answer` : `Share of ${answers(n)} that had come`}: ${list(points.map(({ t, share: s }) => `${percent(s)} within ${duration(t)}`))}.`,
      composition: (parts) => `${list(parts.map((p) => `${p.name}: ${percent(p.share)} (${number(p.count)})`))}.`,
      part: (key, side) =>
        (PARTS as Readonly<Record<string, string>>)[key] ??
        { people: "answers people", invite: "invites people", broadcast: "broadcasts", apart: "counted apart" }[side],
      apartLabel: (name, n) => `and **${number(n)}** ${name}, counted apart`,
      partLabel: (name, s) => `**${percent(s)}** ${name}`,
      weeks: (n, active, silences) =>
        `Posts in each of the last ${weeks(n)}: ${number(active)} with posts.${silences.length ? ` Silences: ${list(silences.map((s) => `${duration(s.ms)}${s.current ? ", still going on" : ""}`))}.` : ""}`,
      campaign: "campaign week",
      partWeek: "part of a week",
      silence: (ms, current) => `${duration(ms, "short")}${current ? " and going on" : ""} silent`,
      grid: (total, busiest) =>
        `${posts(total)} by weekday and hour.${busiest ? ` Most on ${format.weekday(busiest.day, "long")} from ${number(busiest.hour)} to ${number(busiest.hour + 1)}: ${number(busiest.count)}.` : ""}`,
      hour: (hour) => `${number(hour)}:00`,
      gridCorner: "Weekday",
      waited: (ms) => duration(ms, "short"),
      noText: "Message without text",
      alike: (s) => `${percent(s)} alike`,
      trend: (periods, now) =>
        `${list(periods.map((p) => `${dateRange(p.from, p.to, now)}: ${p.value ?? "not known"} (${number(p.n)})`))}.`,
      period: "Period",
      value: "Value",
      restsOn: "Rests on",
      unseen: "not watched that long",
      aimMark: (s, t) => `aim: ${percent(s)} in ${duration(t, "short")}`,
      unknown: "This figure has a picture that this version cannot draw.",
    },
  };
}

const CANNOT_SHOW: Readonly<Record<(typeof KEYS_NOT_SHOWN)[number], string>> = {
  privateMessages: "Private messages, and what moved to e-mail",
  reach: "How many people saw a post",
  outcomes: "Clicks, leads and sales",
  hidden: "Messages that were deleted, hidden or filtered",
  boosted: "Which posts were paid for",
  employees: "Answers from employees' own accounts",
  mentionsElsewhere: "What is said about the page elsewhere",
  silentReaders: "People who read and say nothing",
  notLoaded: "Anything this browser did not load",
};

const PARTS: Readonly<Record<OwnType | PostClass | "question", string>> = {
  answer: "answers to people",
  mention: "posts that address someone",
  quote: "posts that quote someone",
  question: "posts that ask everyone",
  selfThread: "threads with itself",
  original: "posts to everyone",
  repost: "passed on from others",
  unclear: "answers to nobody knows whom",
  information: "inform",
  action: "ask people to act",
  community: "invite people in",
};
