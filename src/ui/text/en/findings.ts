// English for the figures that no goal is measured by, and that audits tell all the same.
import type { GoalTexts } from "../catalogue/figures.ts";
import { shapes } from "./shapes.ts";
import type { English } from "./words.ts";

export const findings = (say: English): Pick<GoalTexts, "finding"> => {
  const { number, percent, duration, items, people, times, answers, conversations } = say;
  const { share, within, until, perPost } = shapes(say);
  return {
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
        "Longer conversations",
        conversations,
        (p, n) => `Of ${n}, ${p} had two or more messages from people and two or more answers.`,
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
  };
};
