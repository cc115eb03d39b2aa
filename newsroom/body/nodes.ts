import { crosshead } from "./nodes/crosshead.ts";
import type { NodeDefinition } from "./nodes/definition.ts";
import { embed } from "./nodes/embed.ts";
import { factBox, factBoxTitle } from "./nodes/fact-box.ts";
import { bulletList, listItem, orderedList } from "./nodes/lists.ts";
import { money } from "./nodes/money.ts";
import { paragraph } from "./nodes/paragraph.ts";
import { picture } from "./nodes/picture.ts";
import { attribution, blockquote, pullQuote } from "./nodes/quotes.ts";
import { rateBox } from "./nodes/rate-box.ts";
import { table, tableCell, tableHeader, tableRow } from "./nodes/table.ts";

/** Every node with something to check or to say; a new one is named here and in body.ts, then the compiler asks for the rest. */
export const nodeDefinitions: readonly NodeDefinition[] = [
  paragraph,
  crosshead,
  bulletList,
  orderedList,
  listItem,
  blockquote,
  pullQuote,
  attribution,
  factBox,
  factBoxTitle,
  table,
  tableRow,
  tableHeader,
  tableCell,
  embed,
  picture,
  rateBox,
  money,
];

const byName = new Map(nodeDefinitions.map((definition) => [definition.extension.name, definition]));

/** The definition of a node by its name; undefined for plain ones such as text and rules. */
export const definitionOf = (name: string): NodeDefinition | undefined => byName.get(name);
