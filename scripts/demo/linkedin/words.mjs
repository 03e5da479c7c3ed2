// What the demo's company and its public say on LinkedIn.

export const POSTS = [
  "Our roasters in Leeds now run on heat from the canal. Here is what it cost, and what it saved.",
  "We are hiring two apprentices for the roastery. No degree, no cover letter: come and taste.",
  "What would you ask a coffee farmer if you had ten minutes? We visit three of them next month.",
  "The price of green coffee rose by a third this year. We show how a bag's price is made up.",
  "Five years of direct trade: the full report is out, the failures included.",
  "Meet Ines, who tastes every batch before it leaves the house.",
  "Our offices subscription now comes with a grinder on loan.",
  "We moved our bags to paper. They keep the coffee fresh for nine weeks, not twelve: is that enough for you?",
  "Thank you to the 140 cafés that closed the year with us.",
  "A small machine, a large mistake: what we learned from the recall in spring.",
];
export const COLLEAGUE_POSTS = [
  "Proud of the team in Leeds: the new roaster is running.",
  "Ten years at Northwind today. I came for a summer.",
];
export const ORIGINALS = [
  "We switched our canteen to Northwind and nobody asked for the old machine back.",
  "A day in a roastery, in twelve pictures.",
];
export const QUESTIONS = [
  "Do you deliver to offices in Norway?",
  "Is the apprenticeship open to career changers?",
  "How long does the paper bag keep once it is open?",
  "Which of the farms is certified?",
  "What does the grinder cost after the first year?",
  "Our delivery is two weeks late and nobody picks up the phone. What is going on?",
  "Can we visit with a group of eight?",
  "Where can I read the report in German?",
];
export const REMARKS = [
  "Well done!",
  "This is how reporting should look.",
  "Interesting numbers.",
  "Greetings from Oslo.",
];
export const ANSWERS = [
  "yes, we do. The details are on our page for offices.",
  "thank you for asking. It does, and Ines will gladly tell you more.",
  "we are sorry for that. Please tell us your order number, we look into it today.",
  "nine weeks closed, two once it is open.",
  "of course. Write to us which day suits you.",
];
export const FOLLOW_UPS = ["Thank you, that helps.", "And on Saturdays?", "Understood. I will try again."];
export const COMMUNITY = ["we had the same question, they told us nine weeks.", "try their page for offices."];
export const PEOPLE = [
  ["anna-berg-221", "Anna Berg"],
  ["per-holm", "Per Holm"],
  ["maria-kovac", "Maria Kovač"],
  ["li-wei-7", "Li Wei"],
  ["aisha-bello", "Aisha Bello"],
  ["tomas-novak", "Tomáš Novák"],
  ["ines-duarte", "Inês Duarte"],
  ["jonas-wolf", "Jonas Wolf"],
  ["sofia-rossi", "Sofia Rossi"],
  ["kenji-mori", "Kenji Mori"],
];
