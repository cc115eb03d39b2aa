import { a, body, crosshead, i, p, quote, rule, ul } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "glacier",
  slug: "forty-stakes-and-a-steam-drill",
  headline: "Forty stakes and a steam drill: how to weigh a glacier above Bishkek",
  kicker: "Ice",
  standfirst:
    "Every autumn a handful of hydrologists climb to the Golubin glacier with a kettle, a spring balance and a tape measure. What they bring down is a single number, and it is seldom a good one.",
  teaser: "A week with the hydrologists who draw up the yearly account of the Golubin glacier.",
  dateline: "Ala-Archa",
  section: "environment",
  tags: ["water", "climate", "kyrgyzstan", "bishkek"],
  byline: ["aizada-mambetova"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 5, at: "07:00" },
  body: body(
    p(
      "The drill boils like a samovar. Jyldyz Kasymbekova pumps the burner, waits for the needle to climb, then leans on a lance that is longer than she is, and a jet of steam goes down into the ice at about the speed of an arm going into a coat sleeve. At eight metres she stops, pulls out the hose and drops a plastic pipe into the hole.",
    ),
    p(
      "The pipe is stake 14. In a year she will come back and measure how much of it is standing in the open air. That much glacier will have gone.",
    ),
    p(
      "There are forty such pipes on the Golubin, spread over its tongue and its upper basin, a long day’s walk from the last car park in the Ala-Archa national park. Bishkek lies forty kilometres to the north and almost three kilometres lower. Its poplars, its ditches and a good part of what rises in its wells come out of this valley. How much will come, and in which month, is settled partly up here, by a surplus or a deficit which nobody in the city can see.",
    ),
    crosshead("An account with two branches"),
    p(
      "Glaciologists call it mass balance. Kasymbekova, who teaches hydrology in the winter, has one way to explain it to each new year of students, and sees no reason to change it for a newspaper. ‘The upper part is where money is paid in. Snow falls, some of it survives the summer, and in time it’s pressed into ice. The lower part is where money is spent. Between them there’s a line. Everything depends on where this line stands in September.’",
    ),
    p(
      "On maps from her teacher’s time it stands at some 3,800 metres. This year, as the team found after two days of probing for last winter’s snow, it ran just below 4,000. Above it there is not much glacier left to save.",
    ),
    p(
      "The stakes give the detail. A selection from the notebook, which is yellow and waterproof and is filled in with pencil, because ink freezes:",
    ),
    ul(
      "stake 3, on the tongue at 3,390 metres: 2.84 metres of ice lost since last autumn;",
      "stake 14, at 3,610 metres: 1.97 metres lost;",
      "stake 27, at 3,840 metres: 0.62 metres lost;",
      "stake 36, at 4,080 metres: 31 centimetres gained, the only entry with a plus and, out of superstition, the only one that was measured three times;",
      "stake 11: not found. There is a crevasse where it was.",
    ),
    p(
      "Metres of ice are not yet water. Ice weighs nine tenths of what water does, old snow about half, and a metre of what fell last week next to nothing. So the team digs. A pit of 1.80 by 2 metres, straight-sided like a grave, as somebody remarks every year; a steel tube is pushed into the wall every twenty centimetres and hung on a spring balance. It is the part of the job that looks like science, and the part that makes the back ache. By evening they know that the snow at this place would, if melted, stand 44 centimetres deep.",
    ),
    crosshead("The years of the mules"),
    p(
      "Few glaciers in Central Asia have so long a diary. Measurements on the Golubin began in the late 1950s, under the Academy of Sciences, which had a hut, a cook and four mules. They broke off in the middle of the 1990s along with much else. In 2010 they were taken up again by a new generation with satellite receivers, on the same ice, and after some searching in part with the same reference marks: a cross chiselled into a boulder, a rusty bolt.",
    ),
    p(
      "The bolt was shown to them by Viktor Pavlovich, who is 83 and asks not to be given a surname since his pension office reads the papers. He was an observer for nineteen seasons. ‘The stakes were of wood, painted red and white,’ he says in his kitchen in Bishkek. ‘The mules ate the paint. We put it in the report. Someone in Leningrad sent us a form to say which colour they preferred.’",
    ),
    p(
      "He has kept his own diary too, and reads from it, running a finger under the line. On a day in August 1974 it says: ",
      i("warm, the tongue is streaming, crossed the lower brook in slippers"),
      ". ‘Now try that,’ he says. The lower brook is now in a gorge. The tongue ends about half a kilometre higher than his finger.",
    ),
    crosshead("More, and then less"),
    p(
      "It is one of the awkward facts about a shrinking glacier that for a while it gives more. A hot summer melts what many winters have saved, and downstream the ditches are full. In the villages below the park the past three Julys have been remembered as good ones. Then comes a year from which the amount begins to fall, because there is less to melt. Hydrologists call it peak water. In small basins of the northern Tien Shan, they think, it has passed already; in others it lies a decade or two ahead. Looking at a ditch you cannot tell.",
    ),
    p(
      "In Kashka-Suu, where the river leaves the mountains, the man who opens the sluices has no doubt. Emil Baisalov, 47, has done it for twenty-two years and goes by the stones. There is one the size of a sheep in the middle of the bed, and in June its back used to be wet. ‘Now it’s wet in May, and in August one can see its knees. They say that up there they measure it with steam. I’d have told them for nothing.’ He thinks. ‘But I couldn’t have told them how much.’",
    ),
    p(
      "Which is the point. Around Bishkek new quarters are built every year, fields are watered to the same timetable as in 1985, and the power station draws its cooling from the same streams. Whoever has to decide whether it is worth lining a canal with concrete, or building a pond for each village, needs to know if there will be a fifth less water in August in twenty years’ time, or a half. From one glacier and one autumn nobody can say. From forty stakes and sixty years one can begin to. The figures are passed on to the ",
      a("World Glacier Monitoring Service", "https://wgms.ch/"),
      " in Zurich, where the Golubin is a row in a table between the Alps and the Altai.",
    ),
    rule(),
    p(
      "On the last evening it snows, dry and fine. In the tent four people are bent over one lamp and a calculator. Every stake stands for a belt of altitude, every belt has its area, and at the end of a column that fills two pages a number is underlined. Minus 0.61. Averaged over the whole glacier a layer of water of sixty-one centimetres has gone in a year and not been replaced. Spread over the city, one student works out, it would come up to an ankle. Nobody had asked him to.",
    ),
    quote(
      p(
        "‘The first time I cried a bit. You do get to know it. By now I think of it as a patient whose temperature has to be taken, and the worst that one could do is not to go.’",
      ),
      p("Jyldyz Kasymbekova, hydrologist"),
    ),
    p(
      "In the morning the slopes are white and stake 14 can be seen only by its cap. There are two minutes of sun. Kasymbekova takes off a glove, lays her hand on the pipe, as one does with a horse before one leaves, and starts down.",
    ),
  ),
};
