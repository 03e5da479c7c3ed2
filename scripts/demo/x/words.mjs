// What people and companies say in the demo; every name, brand and sentence is invented.

/** `{bean}`, `{city}`, `{price}` are filled from LISTS. */
export const LISTS = {
  bean: ["Huila", "Yirgacheffe", "Antigua", "Sidamo", "Kiambu", "Tarrazú", "Nariño", "Mogiana"],
  city: ["Bergen", "Leeds", "Lübeck", "Porto", "Gdańsk", "Ghent", "Malmö"],
  price: ["9.90", "11.50", "12.80", "14.20"],
};

export const INFORMATION = [
  "The {bean} harvest reached our roastery this morning. Cupping notes follow this week.",
  "Our {city} bar opens at 7:30 from Monday. Same team, longer counter.",
  "How we roast {bean}: eleven minutes, first crack at nine, out before the second.",
  "We moved all 250 g bags to a film without aluminium. The degassing valve stays.",
  "Water matters more than the grinder: 60 to 90 mg of calcium per litre suits {bean} best.",
  "The workshop in {city} is full. Another date comes in autumn.",
  "Our {bean} is back after four months. Small lot, 38 bags.",
  "Roast dates are now printed on the front of each bag, in plain numbers.",
  "We paid {price} dollars a kilo for this {bean}. The contract is on our site.",
  "Subscription boxes leave on Tuesdays now, so that they reach you before the weekend.",
  "A note on storage: closed bag, cupboard, no fridge. The fridge smells of everything.",
  "{city}: the lift is repaired, the first floor is open again.",
];

export const ACTION = [
  "Order {bean} today, drink it on Friday. Free delivery above 30 euro.",
  "Three bags of {bean}, one price: {price}. Until Sunday.",
  "Book your seat for the brewing class in {city}. Twelve places.",
  "Subscribe this week and the first bag of {bean} is on us.",
  "Visit us at the market in {city} on Saturday and taste the {bean} for free.",
];

export const COMMUNITY = [
  "Filter or espresso for this {bean}? Tell us how you would brew it.",
  "Which city should get our next bar? {city} leads our own list.",
  "Thank you, {city}. 400 cups on a rainy Saturday.",
  "What do you drink at four in the afternoon? We ask for a friend.",
  "Thanks to Ines, who packed her ten thousandth box today.",
];

export const CAMPAIGN = [
  "Cold Brew Week: today {city}, with ice and without a queue. #NorthwindCold",
  "Cold Brew Week, day by day: {bean} steeped for 14 hours. #NorthwindCold",
  "Show us your cold brew jar. The oddest one wins a year of {bean}. #NorthwindCold",
  "Half the cold brew kits are gone. The other half costs {price}. #NorthwindCold",
  "Cold Brew Week moves to {city} tomorrow at ten. #NorthwindCold",
];

export const GERMAN = [
  "Die neue Ernte aus {bean} ist da. Röstung am Dienstag, Versand am Mittwoch.",
  "Unsere Kaffeerösterei in Lübeck sucht Verstärkung für die Versandabteilung.",
  "Welche Mahlgradeinstellung nehmt ihr für {bean}? Wir sind gespannt.",
  "Lübeck: Am Feiertag öffnen wir erst um zehn Uhr.",
];

export const SPANISH = [
  "Ya está aquí la cosecha de {bean}. Tostamos el martes y enviamos el miércoles.",
  "Gracias a todos los que vinieron al taller. Volvemos en otoño.",
  "¿Filtro o espresso para este {bean}? Os leemos.",
];

export const QUOTES = [
  "This is exactly the cup we hoped for.",
  "Proud to be in such company.",
  "A fair point, and the reason why we print the roast date.",
];

export const SELF_THREADS = [
  [
    "Why our {bean} costs more this year, in three parts. 1/3",
    "The harvest was a fifth smaller: rain in the flowering weeks. 2/3",
    "We kept the farm price and took half of the rise ourselves. 3/3",
  ],
  ["A short guide to descaling. First: citric acid, 20 g a litre.", "Then rinse three times. Vinegar ruins the seals."],
  ["Opening hours over the holidays:", "{city} closes at four on the 24th, all others at two."],
];

export const LONG =
  "Ten years ago we roasted in a garage with one borrowed drum. Today forty people work with us, and the drum still hangs on the wall in {city}. " +
  "We have changed almost everything since then: the beans, the bags, the bars, the way we pay farmers. " +
  "What we did not change is the promise on the first bag: we say what it costs us, when it was roasted and who grew it. " +
  "Thank you for every cup, every complaint and every question. We read them all, though we clearly do not answer them all.";

export const QUESTIONS = [
  "Does the {bean} work in a moka pot?",
  "When will the {bean} be back in stock?",
  "Do you ship to Switzerland?",
  "Is the {city} bar open on Sundays?",
  "Which grind do I order for a French press?",
  "Are the bags recyclable at home?",
  "Is there a decaf version of this?",
  "Can I change the address of my subscription?",
  "How long does the {bean} keep after roasting?",
  "¿Hacéis envíos a Canarias?",
  "Gibt es den {bean} auch als Kilopackung?",
];

export const COMPLAINTS = [
  "My order has been “in preparation” for nine days. Nobody answers my mails.",
  "The bag arrived torn, half of the beans were in the box.",
  "Charged twice for one subscription box. Please fix this.",
  "Your app logs me out every single time. Very annoying.",
  "Third time that the {bean} arrives four weeks after the roast date. Disappointed.",
  "Waited 25 minutes in {city} and then the machine was broken.",
  "Seit zwei Wochen warte ich auf meine Bestellung. Wo ist sie?",
];

export const PRAISE = [
  "Best {bean} I had this year.",
  "The team in {city} is lovely.",
  "Just finished my bag. Ordered two more.",
  "Love this.",
  "☕️☕️☕️",
  "Great thread, thank you!",
];

export const HOSTILE = [
  '<img src=x onerror="document.title=`taken`"> is this thing on?',
  '"><script>alert(document.domain)</script> nice coffee',
  '=HYPERLINK("https://example.com","free beans")',
  "\u202Egnp.eeffoc\u202C click the picture",
];

export const ANSWERS = [
  "Yes, it does. Grind it a little coarser than for espresso.",
  "It will be back in the second week of next month.",
  "Yes, we do. Delivery takes four working days.",
  "Thank you for telling us. That should not happen, we are sending another bag today.",
  "We are sorry about the wait. Your parcel left this morning.",
  "Six weeks at its best, ten if the bag stays closed.",
  "Good question. Medium coarse, like sea salt.",
  "We asked the team in the bar: the machine is repaired.",
  "Not yet, but you are the fifth person to ask this week.",
];

export const CANNED = "Hi, thanks for your message! Please send us a DM with your order number so that we can help.";

export const HELP_ANSWERS = [
  "Hello, this is the help desk. We have refunded the second payment.",
  "Help desk here: the address is changed, the next box goes to the right door.",
  "Sorry about that. A new bag is on its way.",
];

export const FOLLOW_UPS = ["Thanks, that helps!", "Great, thank you.", "OK, and how long will that take?", "Perfect."];

// biome-ignore format: names read best in a block
export const STRANGERS = [
  "Ada Brookfield", "Benno Haverkamp", "Carla Monteverde", "Dilan Aksu", "Elif Yaman", "Finn Osterberg", "Greta Lindqvist",
  "Hugo Ferrand", "Isha Pillai", "Jonas Wickert", "Kaja Nowik", "Luis Arroyo", "Maren Tiedt", "Nils Egeland", "Oona Rask",
  "Pavel Dvorny", "Quinn Abernethy", "Rosa Veloso", "Sami Korpela", "Tilda Marsh", "Umberto Salvi", "Vera Holub",
  "Wim Dekkers", "Xenia Pappas", "Yusuf Demirel", "Zora Kling", "Anouk Perrin", "Bastian Roloff", "Cato Meijer",
  "Dorte Friis", "Emil Sandoval", "Fatou Keita", "Gil Navarro", "Hanna Ylönen", "Ivo Castel", "Jutta Bremm",
];
