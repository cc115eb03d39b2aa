import { listLevels } from "./list-levels.ts";
import type { Container, List } from "./passage.ts";
import { isWordQuote, wordItem, wordOnlineItem } from "./word.ts";

type Attributes = Readonly<Record<string, string>>;
type Within = readonly Container[];

interface Opened {
  name: string;
  attributes: Attributes;
  style: ReadonlyMap<string, string>;
  /** Where the element stands. */
  within: Within;
  /** The same object for all children of one element. */
  parent: object;
}

/** What is deeper stands beside instead of within. */
const deepest = 80;

/** Where the text of an element stands: knows lists, quotes and tables, and the odd ways in which they are written. */
export function htmlPlaces() {
  const levels = listLevels();
  const lastItems = new Map<Container, Container>();
  const lastRows = new Map<Container, Container>();
  const stray = new WeakMap<object, List>();
  let lastQuote: { quote: Container; before: number } | null = null;
  /** A list of Word that has just begun, until its first marker says what kind of list it is. */
  let begun: List | null = null;

  /** Text may stand in items and cells, not between them. */
  function textPlace(within: Within): Within {
    const last = within.at(-1);
    if (last?.is === "list") return [...within, lastItems.get(last) ?? newItem(last)];
    if (last?.is === "row") return within.slice(0, -2);
    return last?.is === "table" ? within.slice(0, -1) : within;
  }

  function newItem(list: Container): Container {
    const item: Container = { is: "item" };
    lastItems.set(list, item);
    return item;
  }

  function opened(element: Opened, passages: number): Within {
    const { name, attributes, style, within } = element;
    if (within.length >= deepest) return textPlace(within);
    if (name === "li") return itemPlace(element);
    const word = /^h[1-6]$/.test(name) ? null : wordItem(style);
    if (word) return wordPlace(word, textPlace(within));
    if (/^(?:p|table|h[1-6])$/.test(name) && within.at(-1)?.is !== "item") levels.end();
    if (name === "blockquote") return [...textPlace(within), { is: "quote" }];
    if (isWordQuote(attributes)) return [...textPlace(within), wordQuote(passages)];
    if (/^(?:ul|ol|menu|dir)$/.test(name)) return listPlace(element);
    if (name === "table") return tablePlace(element);
    if (name === "tr" && within.at(-1)?.is === "table") return [...within, newRow(within)];
    return name === "td" || name === "th" ? cellPlace(element) : within;
  }

  function itemPlace({ attributes, within, parent }: Opened): Within {
    const last = within.at(-1);
    const online = wordOnlineItem(attributes);
    if (online && last?.is === "list")
      return levels.item(within.slice(0, -1), { ...online, ordered: last.ordered }).within;
    if (last?.is === "list") return [...within, newItem(last)];
    const list: List = stray.get(parent) ?? { is: "list", ordered: false, start: 1 };
    stray.set(parent, list);
    return [...textPlace(within), list, newItem(list)];
  }

  /** A list right in a list belongs to the item before it, as Google Docs writes them. */
  function listPlace({ name, attributes, within }: Opened): Within {
    const list: List = { is: "list", ordered: name === "ol", start: whole(attributes.start, 0, 99_999) ?? 1 };
    const last = within.at(-1);
    if (last?.is !== "list") return [...textPlace(within), list];
    const before = lastItems.get(last);
    return before ? [...within, before, list] : within;
  }

  function wordPlace(word: { key: string; level: number }, base: Within): Within {
    const item = levels.item(base, { ...word, ordered: false });
    begun = item.begun;
    return item.within;
  }

  /** Paragraphs that Word calls quotes and that follow each other are one quote. */
  function wordQuote(passages: number): Container {
    const quote: Container = lastQuote?.before === passages - 1 ? lastQuote.quote : { is: "quote" };
    lastQuote = { quote, before: passages };
    return quote;
  }

  /** A table with another in it is somebody's layout. */
  function tablePlace({ attributes, within }: Opened): Within {
    for (const container of within) if (container.is === "table") container.isLayout = true;
    return [...textPlace(within), { is: "table", isLayout: /^(?:presentation|none)$/.test(attributes.role ?? "") }];
  }

  function newRow(within: Within): Container {
    const row: Container = { is: "row" };
    const table = within.at(-1);
    if (table) lastRows.set(table, row);
    return row;
  }

  function cellPlace({ name, attributes, within }: Opened): Within {
    const last = within.at(-1);
    if (last?.is !== "row" && last?.is !== "table") return within;
    const inRow = last.is === "row" ? within : [...within, lastRows.get(last) ?? newRow(within)];
    const cell: Container = {
      is: "cell",
      isHeader: name === "th",
      columns: whole(attributes.colspan, 1, 1_000) ?? 1,
      rows: whole(attributes.rowspan, 1, 1_000) ?? 1,
    };
    return [...inRow, cell];
  }

  return {
    textPlace,
    opened,
    markedList: (): List | null => begun,
  };
}

function whole(value: string | undefined, from: number, to: number): number | null {
  const number = Number(value);
  return value !== undefined && Number.isInteger(number) && number >= from && number <= to ? number : null;
}
