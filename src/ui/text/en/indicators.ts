// English for goals and for the figures that show whether one is reached.
import type { GoalTexts } from "../catalogue/figures.ts";
import { shapes } from "./shapes.ts";
import type { English } from "./words.ts";

export const indicators = (say: English): Pick<GoalTexts, "goal" | "indicator"> => {
  const { number, percent, duration, items, people, writers, posts, weeks, published, conversations } = say;
  const { share, within, until } = shapes(say);
  return {
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
          const weekend = f.values["weekendPeople"];
          const basis = typeof weekend === "number" ? `${people(f.n)}, ${number(weekend)} at a weekend` : people(f.n);
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
        fact: (f) => `**${number(f.value, 1)}** posts with insight a week, out of ${posts(f.n)}.`,
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
  };
};
