import { a, body, crosshead, p, rule } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "no-papers",
  slug: "the-ledger-of-those-who-had-no-papers",
  headline: "The ledger of those who had no papers has come to its last page",
  kicker: "Statelessness",
  standfirst:
    "They had crossed a mountain in 1993, or been born in the wrong year of a country’s end. In a village near Kara-Suu a clerk wrote them all down, and crossed them out one by one.",
  teaser: null,
  dateline: "Kara-Suu",
  section: "society",
  tags: ["refugees", "migration", "kyrgyzstan", "fergana-valley", "unhcr", "local-government"],
  byline: ["begimai-osmonova", "clare-haddow"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 33, at: "07:50" },
  body: body(
    p(
      "The book is an ordinary one, squared paper, 96 pages, with a tractor on the cover. It was bought to record the vaccination of cattle. On page four the handwriting changes, the cows stop, and there is a heading in blue ballpoint: People.",
    ),
    p(
      "Salima Turdubaeva has been the clerk of this village government for twenty-eight years, and began the list in her third, after a boy had been brought to her who could not be entered for school. He had a name, a mother, a satchel and a place at the desk. What he lacked was a certificate to say that he had been born, and he could not have one because his mother had no passport, and she could not have one because the state that had issued her last no longer existed and the one in whose hospital she had lain did not know her.",
    ),
    p("‘I thought he was the only one,’ says Turdubaeva. ‘By New Year I had turned nine pages.’"),
    crosshead("Three ways to belong nowhere"),
    p(
      "Some had come over the mountains from Tajikistan in the civil war, on foot and in the backs of lorries; about twenty thousand found shelter in Kyrgyzstan in those years, and many had left in the clothes in which they had been baking. Some were brides from Uzbek villages within sight, who had moved four kilometres in 1990 inside one country and discovered ten years later that they lived in another. And some had simply never got round to it. They had a red Soviet passport with a sickle on the cover, and it had always been enough.",
    ),
    p(
      "A person without papers is not forbidden anything in particular. He is only asked for them. At the bank, at the maternity ward, at the registry office, at the bus station, at the ballot box. There is a woman in the ledger who was married for thirty years to the same man and could not inherit his gate. There is a former beekeeper who, when people asked where he came from, had got into the habit of naming a mountain.",
    ),
    crosshead("Crossing out"),
    p(
      "What happened next is known to the world as an achievement. In July 2019 Kyrgyzstan became the first country to announce that it had resolved every known case of statelessness on its territory, 13,707 of them in five years, as the ",
      a("United Nations refugee agency", "https://www.unhcr.org/"),
      " recorded. The law had been changed, and mobile teams of lawyers and officials went from valley to valley with a printer and a generator.",
    ),
    p(
      "In the village it is known as the week of the photographer. The team sat in the school canteen, and those who wanted to become somebody stood in a line that went round the volleyball net. It was not the law that took the time. It was the evidence. When nobody has a document, one needs three neighbours who will swear. So the whole village came and swore. They swore to births, to weddings in snowstorms, to a twin. Two brothers who had not spoken since a matter of a wall in 2003 each testified for the other and went home by different doors.",
    ),
    p(
      "Each time that a passport came, Turdubaeva ruled a line through the name, with date and number, and the owner signed beside it. Some signed with a flourish, having practised. The mother of the boy with the satchel wrote only the first letter. Her hand was shaking, and in any case, she said, they both knew who she was.",
    ),
    rule(),
    p(
      "There are 212 names in the book, and 211 lines. The last entry is the beekeeper. The team had found his birth in a church register in another country; his passport lay ready in the district town; he was to come and sign. It had been a hard winter, and he was 84. He died a citizen, of which the clerk informed him at the cemetery, out loud, reading the number twice.",
    ),
    p("She has not crossed him out. He did not sign."),
  ),
};
