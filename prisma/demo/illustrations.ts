import sharp from "sharp";

/** A drawing for a demo story: made from these lines when the newsroom is seeded, so that nothing is downloaded. */
export interface Illustration {
  /** The key of its story. */
  story: string;
  place: "top" | "text";
  altText: string;
  caption: string;
  /** The inside of an SVG of 960 × 640. */
  drawing: string;
}

export const illustrationCredit = "Chapar illustration";

export const illustrationFile = ({ drawing }: Illustration): Promise<Buffer> =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640">${drawing}</svg>`))
    .jpeg({ quality: 88 })
    .toBuffer();

const area = (fill: string, ...points: [number, number][]) =>
  `<polygon fill="${fill}" points="${points.map((point) => point.join(",")).join(" ")}"/>`;
const box = (fill: string, x: number, y: number, width: number, height: number) =>
  `<rect fill="${fill}" x="${x}" y="${y}" width="${width}" height="${height}"/>`;
const disc = (fill: string, x: number, y: number, r: number) => `<circle fill="${fill}" cx="${x}" cy="${y}" r="${r}"/>`;
const line = (stroke: string, width: number, d: string) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`;
/** One drawing a place from left to right, each as `of` makes it. */
const row = (count: number, of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at)).join("");
/** Different at each place and the same at each seeding. */
function spread(at: number, most: number): number {
  const mixed = Math.imul(at + 1, 0x9e3779b1);
  const stirred = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77);
  return ((stirred ^ (stirred >>> 13)) >>> 0) % most;
}
const ridge = (fill: string, base: number, height: number, step: number, turn: number) =>
  area(
    fill,
    [0, 640],
    ...Array.from({ length: Math.ceil(960 / step) + 2 }, (_, at): [number, number] => [
      at * step - 20,
      base - spread(at + turn, height),
    ]),
    [960, 640],
  );

export const illustrations: readonly Illustration[] = [
  {
    story: "air",
    place: "top",
    altText: "Drawing: the roofs of a city under a brown layer of smog, snow-covered mountains above it",
    caption: "The layer over the city, and the mountains above it.",
    drawing: [
      box("#d9e2e8", 0, 0, 960, 640),
      ridge("#f4f6f5", 250, 150, 74, 3),
      ridge("#a9b7bf", 320, 110, 58, 11),
      box("#b79a78", 0, 330, 960, 130),
      `<g opacity="0.75">${box("#a88a68", 0, 370, 960, 110)}</g>`,
      row(24, (at) => box(at % 3 ? "#6d6258" : "#5b524a", at * 42 - 8, 440 + spread(at, 70), 38, 220)),
      row(60, (at) => box("#e2c68f", 12 + (at % 30) * 32, 540 + spread(at, 80), 5, 7)),
      `<g opacity="0.35">${box("#b79a78", 0, 400, 960, 130)}</g>`,
    ].join(""),
  },
  {
    story: "air",
    place: "text",
    altText:
      "Drawing: columns for the days of a winter month, the highest in the middle, most of them above a dashed line",
    caption: "A winter month, day by day, against what is held to be safe. A drawing, not measured values.",
    drawing: [
      box("#f3f2ec", 0, 0, 960, 640),
      row(31, (at) => {
        const height = 90 + Math.round(260 * Math.sin((at / 30) * Math.PI)) + spread(at, 90);
        return box(height > 200 ? "#a5583a" : "#7f98a6", 64 + at * 27, 560 - height, 18, height);
      }),
      line("#3a3f45", 3, "M 50 562 H 915"),
      `<path d="M 50 360 H 915" stroke="#3a3f45" stroke-width="3" stroke-dasharray="12 10"/>`,
    ].join(""),
  },
  {
    story: "bus-twelve",
    place: "top",
    altText: "Drawing: a yellow bus on a road that winds up to snow-covered peaks",
    caption: "The last stop stands at the edge of the snow.",
    drawing: [
      box("#c9dbe6", 0, 0, 960, 640),
      area("#8fa5b3", [0, 420], [210, 130], [400, 400], [600, 90], [960, 430], [960, 640], [0, 640]),
      area("#f7f8f6", [210, 130], [165, 192], [205, 178], [236, 202], [258, 198]),
      area("#f7f8f6", [600, 90], [540, 183], [590, 160], [632, 186], [690, 171]),
      area("#7d8f6a", [0, 640], [0, 470], [300, 400], [620, 440], [960, 380], [960, 640]),
      line("#5c5f63", 34, "M 120 660 C 420 560 120 500 470 490 S 560 430 640 420"),
      line("#e8e4d4", 3, "M 120 660 C 420 560 120 500 470 490 S 560 430 640 420"),
      box("#d9a521", 330, 440, 150, 64),
      row(4, (at) => box("#2f4250", 340 + at * 34, 450, 26, 24)),
      disc("#25282b", 362, 506, 14),
      disc("#25282b", 450, 506, 14),
    ].join(""),
  },
  {
    story: "bread-osh",
    place: "top",
    altText: "Drawing: five round flat loaves with a stamped pattern on a blue cloth",
    caption: "Each baker stamps a pattern of their own.",
    drawing: [
      box("#2f4d6b", 0, 0, 960, 640),
      row(16, (at) => line("#3b5d7e", 10, `M ${at * 64} 0 V 640`)),
      row(5, (at) => {
        const [x, y] = [180 + (at % 3) * 300 + (at > 2 ? 150 : 0), at > 2 ? 450 : 200];
        const seeds = row(14, (seed) => {
          const turn = (seed * Math.PI) / 7;
          return disc("#7a4a1d", x + Math.round(Math.cos(turn) * 46), y + Math.round(Math.sin(turn) * 46), 5);
        });
        return disc("#1f374f", x + 8, y + 12, 130) + disc("#c98a3f", x, y, 130) + disc("#dfae67", x, y, 78) + seeds;
      }),
    ].join(""),
  },
  {
    story: "felt",
    place: "top",
    altText: "Drawing: a felt rug with ram’s-horn scrolls in red and cream, half of it in the other order of colours",
    caption: "One pattern, and two opinions on its colours.",
    drawing: [
      box("#efe4cf", 0, 0, 960, 640),
      box("#8f2f2a", 0, 0, 480, 640),
      row(12, (at) => {
        const [x, y] = [120 + (at % 4) * 240, 110 + Math.floor(at / 4) * 210];
        const [fill, on] = at % 4 < 2 ? ["#efe4cf", "#8f2f2a"] : ["#8f2f2a", "#efe4cf"];
        const scroll = `M ${x} ${y + 70} V ${y - 10} C ${x} ${y - 80} ${x - 90} ${y - 70} ${x - 70} ${y - 10} M ${x} ${y - 10} C ${x} ${y - 80} ${x + 90} ${y - 70} ${x + 70} ${y - 10}`;
        return line(fill, 34, scroll) + line(on, 6, scroll);
      }),
      row(
        24,
        (at) =>
          box(at % 2 ? "#31414c" : "#c28a3a", at * 40, 0, 40, 22) +
          box(at % 2 ? "#c28a3a" : "#31414c", at * 40, 618, 40, 22),
      ),
    ].join(""),
  },
  {
    story: "marathon",
    place: "top",
    altText: "Drawing: a lake at dusk with a low sun, far mountains, and a few runners on the shore",
    caption: "The shore road, when the first are long at home.",
    drawing: [
      box("#e9c79b", 0, 0, 960, 640),
      disc("#f5e3b5", 650, 250, 62),
      ridge("#a4796b", 300, 90, 84, 5),
      ridge("#7a5f63", 330, 60, 60, 17),
      box("#5f7f8d", 0, 330, 960, 210),
      row(9, (at) => line("#e6d3a6", 4, `M ${600 - at * 8} ${350 + at * 20} H ${700 + at * 9}`)),
      area("#4a4238", [0, 640], [0, 540], [260, 510], [620, 545], [960, 520], [960, 640]),
      row(5, (at) => {
        const x = 150 + at * 62;
        const runner = `M ${x} 478 L ${x + 4} 502 L ${x - 12} 524 M ${x + 4} 502 L ${x + 18} 516 L ${x + 12} 532 M ${x - 14} 488 L ${x + 1} 482 L ${x + 16} 494`;
        return line("#2b2622", 5, runner) + disc("#2b2622", x + 2, 466, 7);
      }),
    ].join(""),
  },
  {
    story: "aral",
    place: "top",
    altText: "Drawing: rows of young shrubs on pale dry ground, a ship’s hull far behind them",
    caption: "Rows of saxaul where there was water.",
    drawing: [
      box("#dfe6e4", 0, 0, 960, 640),
      disc("#f3e7c4", 170, 120, 46),
      area("#c9b68f", [0, 640], [0, 290], [960, 270], [960, 640]),
      area("#7a3f2c", [610, 290], [800, 282], [770, 325], [640, 328]),
      box("#8b5240", 690, 250, 50, 36),
      row(5, (rank) =>
        row(10, (at) => {
          const [x, y, size] = [40 + at * (80 + rank * 14) - rank * 40, 350 + rank * 62, 10 + rank * 7];
          return (
            line("#6b5c3d", 2 + rank, `M ${x} ${y} V ${y - size}`) +
            disc(at % 2 ? "#6f7f4e" : "#7f8d58", x, y - size - size / 2, size * 0.9)
          );
        }),
      ),
    ].join(""),
  },
  {
    story: "saiga",
    place: "top",
    altText: "Drawing: the steppe from above, with the shadow of a small aeroplane and many dots that are antelopes",
    caption: "Every dot is counted twice, by two people.",
    drawing: [
      box("#c8b57c", 0, 0, 960, 640),
      row(9, (at) =>
        line(
          at % 2 ? "#bda86d" : "#d3c28e",
          46,
          `M -20 ${at * 84} C 300 ${at * 84 - 60} 620 ${at * 84 + 70} 980 ${at * 84 - 20}`,
        ),
      ),
      line("#8fa3a0", 12, "M 0 520 C 220 460 340 600 560 540 S 860 580 980 500"),
      row(150, (at) => disc("#7a5a34", 420 + spread(at, 480), 60 + spread(at * 3 + 5, 370), 3 + (at % 3))),
      `<g opacity="0.55">${line("#3f4438", 20, "M 190 190 L 300 150") + line("#3f4438", 12, "M 215 110 L 268 236") + line("#3f4438", 8, "M 186 172 L 200 210")}</g>`,
    ].join(""),
  },
];
