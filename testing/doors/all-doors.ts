import * as unmatchedPage from "../../app/(desk)/desk/[...unmatched]/page.tsx";
import { accountDoors } from "./account.ts";
import { commentDoors } from "./comments.ts";
import type { Door } from "./door.ts";
import { listDoors } from "./lists.ts";
import { paperDoors } from "./paper.ts";
import { peopleDoors } from "./people.ts";
import { pictureDoors } from "./pictures.ts";
import { planningDoors } from "./planning.ts";
import { readersDoors } from "./readers.ts";
import { shareDoors } from "./shares.ts";
import { storyDoors } from "./stories.ts";
import { tagDoors } from "./tags.ts";

/** On which right each door hangs, and a call in which nothing but that right can be missing. */
export const doors: Door[] = [
  ...shareDoors,
  ...readersDoors,
  ...accountDoors,
  ...peopleDoors,
  ...tagDoors,
  ...paperDoors,
  ...pictureDoors,
  ...planningDoors,
  ...listDoors,
  ...commentDoors,
  ...storyDoors,
];

/** Answer 404 to whoever is signed in: there is nothing behind them. */
export const withNothingBehind = [unmatchedPage.default];
