import { a, body, crosshead, i, p, quote } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "manuscripts",
  slug: "the-woman-who-turns-the-pages",
  headline: "Six thousand manuscripts, and one woman who may turn the pages",
  kicker: "Libraries",
  standfirst:
    "In a cool room in Samarkand Mukhabbat Sodiqova washes, mends and reads what worms, floods and schoolboys have left. She has reached the letter dal.",
  teaser: "A restorer in Samarkand has reached the fourth decade of her career and the eighth letter of the alphabet.",
  dateline: "Samarkand",
  section: "culture",
  tags: ["uzbekistan", "samarkand", "crafts", "language", "babur", "unesco"],
  byline: ["dilnoza-ergasheva", "clare-haddow"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 12, at: "08:20" },
  body: body(
    p(
      "Paper has a right and a wrong way to be touched. Mukhabbat Sodiqova demonstrates it with the side of her little finger, which she washes beforehand and does not use for anything else all day. The leaf, a page on the care of horses, four hundred years old, lets itself be lifted, hangs for an instant from nothing, and lies on its other side.",
    ),
    p(
      "‘It isn’t skill,’ she says. ‘It’s only that I’m never in a hurry. I was once, in 1994. You can see it there, at the corner.’",
    ),
    p(
      "The store in which she works holds just over six thousand volumes: theology and grammar for the most part, as everywhere, but also star tables, a treatise on the siting of wells, cookery, the poems of people of whom nothing else is left, eleven interpretations of dreams that contradict one another, and a list of debts. It came together in the 1920s and 30s from mosques, from houses, from the backs of stoves. Many people had walled up their books in those years, since to own anything in Arabic letters could be taken for a statement. Now and then a wall still gives one back. The last was brought in by plasterers in a cement bag.",
    ),
    crosshead("Worm, water, boy"),
    p(
      "There are three enemies, she says, and each has its handwriting. The worm goes straight through, from cover to cover, like an argument. Water comes from the edge and leaves a shoreline, brown, scalloped, one for each flood, so that a damaged book can be read like a beach. And then there is the pupil. For centuries these were schoolbooks. They have been learned from, copied from, chewed; in the margin of a logic, next to a demonstration that all men are mortal, a boy of perhaps 1700 has drawn his teacher as a heron.",
    ),
    p("What does a restorer do about the heron? ‘I dust him.’"),
    p(
      "Against the worm there is the cold room. Against water there is paper: new paper, made as it was made then, out of the bark of mulberry shoots, at a mill by the Siyob stream, where a wheel lifts wooden hammers and lets them fall. She tears it, never cuts it, so that the edge has fibres, like lashes, and they hold on to those of the old leaf. The glue is starch of wheat. It has to be weaker than what it mends. If the book is ever pulled about again, then what she has added should tear and not what was there.",
    ),
    crosshead("A missing prince"),
    p(
      "Some things have no remedy. One of the treasures of the store is a copy, from the seventeenth century, of the memoirs of Babur: not the whole, but some ninety leaves in a small quick hand, of the years in which he won Samarkand, lost it, won it again and lost it again, all before he was nineteen. It breaks off in the middle of the siege. The people are eating dogs; the horses are fed with shavings of wood, soaked in water; next would come his flight by night. The leaf is not there.",
    ),
    p(
      "It is not rare for one to be missing. What has occupied Sodiqova for some years is the way in which it is gone. It has not rotted or been gnawed; it was cut out with a fine blade by somebody who took the trouble to number the following leaves anew. ‘He loved it,’ she thinks. ‘Or he couldn’t bear it. Perhaps he was from here.’ Of course one knows how it goes on, any edition has it. But she has never quite got used to a book in which the siege does not end.",
    ),
    crosshead("Who reads it"),
    p(
      "About three hundred of the six thousand have been photographed, by a grant and a student with a tripod. The great collection in Tashkent, which is on the ",
      a("Memory of the World register of UNESCO", "https://www.unesco.org/"),
      ", is well ahead. At the present rate the room in Samarkand will be finished in 2071. The script is not taught at schools; Uzbek has since been written in Latin letters, in Cyrillic, and in Latin letters again, and there are families in which the great-grandfather’s, the grandfather’s and the granddaughter’s shopping lists could not be read by one another. So they come with envelopes. On one afternoon a week the little window on to the yard is open. A taxi driver has an amulet. A woman from Urgut has brought a deed, or a prayer, she hopes the former. A boy has photographed a gravestone.",
    ),
    p(
      "Sodiqova puts on her glasses and reads aloud, in Chagatay, in Persian, with her finger an inch above the surface. The amulet turns out to be a recipe for ink. The gravestone has a mistake in it, which she keeps to herself. And the deed is neither a deed nor a prayer but a letter, undated, from someone who has arrived somewhere and found work. ",
      i("The melons here are no good. Tell Mother that I have a warm coat."),
    ),
    quote(
      p(
        "‘She asked me what it was worth. I said that I’d never in all my years had one in my hands that was worth more. She asked: so how much? I said: well, do you know whether he came back?’",
      ),
    ),
    p(
      "She works by the alphabet, since it is as good an order as any. Alif took nine years, as there are so many commentaries. Ba and ta went quickly. She is now at dal, the eighth of twenty-eight letters, and next spring she will be sixty-five. There is an apprentice, Jahongir, twenty-three, who studied chemistry. For the first year he was only allowed to wash his hands.",
    ),
    p(
      "The horse book is done. It has been given a new spine, six leaves have been let in, and it will go back to its place between the falcons and the ulcers. At the foot of page 40 there is a mark that was not there before, in pencil, tiny, easily removed. Restorers sign where nobody looks. Hers is a heron.",
    ),
  ),
};
