import { a, b, body, crosshead, i, p, quote, ul } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "language-course",
  slug: "learning-the-word-for-receipt",
  headline: "Before they leave, they learn the word for receipt",
  kicker: "Labour migration",
  standfirst:
    "An evening course in Osh prepares people for work abroad. Its teacher has thrown out the textbook and begins with the sentences that cost her most.",
  teaser: "A language course for people who will need it on Monday.",
  dateline: "Osh",
  section: "society",
  tags: ["migration", "language", "education", "kyrgyzstan", "osh"],
  byline: ["begimai-osmonova"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 15, at: "18:00" },
  body: body(
    p(
      "‘Where is your contract?’ shouts Venera Asanalieva, in Russian, and bangs on the desk with a stapler. A young man in the second row jumps up. ‘It is with me,’ he says. ‘This is a copy. The original I do not give.’ She bangs again. ‘Why don’t you give it?’ He searches the ceiling. Twenty-six people search with him. ‘Because,’ he says, ‘it is mine.’ Applause.",
    ),
    p(
      "Asanalieva, who is 52, worked for nine years in Russia: market, warehouse, hospital laundry, in that order. She had gone with a certificate in the language and good marks for Lermontov. ‘I could say that a lonely sail was gleaming white. I couldn’t say that I’d been paid for two weeks and not for four.’ When she came back she proposed to the employment office that it should teach the second sentence first. Since then there have been seventeen courses of eight weeks in a classroom of the vocational school, from six to half past eight, free of charge, with a waiting list.",
    ),
    crosshead("From the blackboard"),
    p("The syllabus fits on the board and is copied out anew each time. Under the heading of week one it says:"),
    ul(
      [b("Дайте, пожалуйста, чек."), " ", i("Please give me the receipt.")],
      [b("Я подпишу, когда прочитаю."), " ", i("I will sign when I have read it.")],
      [b("Покажите ваше удостоверение."), " ", i("Show me your identification."), " Said slowly, with a smile."],
      [
        b("Больно здесь."),
        " ",
        i("It hurts here."),
        " To be practised with all parts of the body, including the tooth.",
      ],
      [
        b("Я не понимаю. Повторите медленно."),
        " ",
        i("I do not understand. Say it again slowly."),
        " To be used at any time, without shame.",
      ],
    ),
    p(
      "Poetry does come, in week six. By then they know enough to be homesick in, she says, and for that one needs good material.",
    ),
    crosshead("A second room"),
    p(
      "Across the corridor the alphabet looks different. More and more of those who come want to go to South Korea, which hires through an examination and a state agency; the queue is long, the pay is high and nobody may take a fee. Here there are thirty pupils, headphones, and a teacher of 24 called Aliya, back from two years in a factory for car doors near Ulsan. She teaches three kinds of politeness. ‘In Kyrgyz you are polite to the old. In Korean you are polite to whoever has been in the firm for longer, and it may be a boy. That’s the hardest of all. Verbs they learn by themselves.’",
    ),
    p(
      "Anyone who is thinking of going can find advice, and the addresses of registered agencies, at the ",
      a("International Organization for Migration", "https://www.iom.int/"),
      ". On Asanalieva’s own list of advice there are three lines. Photograph every page. Learn one neighbour’s number by heart, because telephones get lost. Send your mother a picture of your bed, so that she can imagine it.",
    ),
    crosshead("Who stays"),
    p(
      "Not everyone goes. In each course, she has noticed, two or three find out by the fifth week that it was not work that they lacked but a sentence. A plasterer learned to say ‘I will sign when I have read it’, and said it, in Kyrgyz, to the builder for whom he had been plastering in Osh for three years. He now has a contract, the first in his life. He came to class all the same till the end. He had paid for the copybook.",
    ),
    quote(
      p(
        "‘I don’t tell them to go and I don’t tell them to stay. I only want that when they bang on the desk over there, somebody should already have banged on it here.’",
      ),
    ),
  ),
};
