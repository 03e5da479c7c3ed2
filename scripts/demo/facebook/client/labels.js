// The words of the site's own interface in three languages, and its times, which it always rounds down.
const LABELS = {
  en: {
    comment: (name, time) => `Comment by ${name} ${time}`,
    reply: (name, to, time) => `Reply by ${name} to ${to}'s comment ${time}`,
    comments: (count) => `${count} comments`,
    more: "View more comments",
    replies: (count) => `View all ${count} replies`,
    orders: ["Most relevant", "Newest", "All comments"],
    sponsored: "Sponsored",
    close: "Close",
    seeMore: "See more",
    suggested: "Suggested for you",
    author: "Author",
    pages: "Pages",
  },
  ar: {
    comment: (name, time) => `تعليق بواسطة ${name} ${time}`,
    reply: (name, to, time) => `رد بواسطة ${name} على تعليق ${to} ${time}`,
    comments: (count) => `${count} من التعليقات`,
    more: "عرض المزيد من التعليقات",
    replies: (count) => `عرض كل الردود البالغ عددها ${count}`,
    orders: ["الأكثر ملاءمة", "الأحدث", "كل التعليقات"],
    sponsored: "مُموَّل",
    close: "إغلاق",
    seeMore: "عرض المزيد",
    suggested: "مقترح لك",
    author: "الكاتب",
    pages: "الصفحات",
  },
  ja: {
    comment: (name, time) => `${name}さんの${time}のコメント`,
    reply: (name, to, time) => `${to}さんのコメントへの${name}さんの${time}の返信`,
    comments: (count) => `コメント${count}件`,
    more: "コメントをさらに見る",
    replies: (count) => `返信${count}件をすべて見る`,
    orders: ["関連度の高い順", "新しい順", "すべてのコメント"],
    sponsored: "広告",
    close: "閉じる",
    seeMore: "もっと見る",
    suggested: "おすすめ",
    author: "投稿者",
    pages: "ページ",
  },
};

export const language = document.documentElement.lang;
export const label = LABELS[language];

const STEPS = [
  ["year", 31_557_600],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** Age of `seconds` since the epoch: the short form beside comments, the long one in what is read aloud. */
export function age(seconds, now, long = false) {
  const passed = Math.max(60, now / 1_000 - seconds);
  const [unit, length] = STEPS.find(([, one]) => passed >= one);
  const count = Math.floor(passed / length);
  return long
    ? new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(-count, unit)
    : new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "narrow" }).format(count);
}

/** A post's own time: an age for a week, then a day. */
export function postTime(seconds, now) {
  if (now / 1_000 - seconds < 604_800) return age(seconds, now);
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone: "UTC" }).format(seconds * 1_000);
}
