import "server-only";
import { frontReactions } from "./fronts/reactions.ts";
import { together, wire } from "./kernel/reactions.ts";
import { notificationReactions } from "./notifications/reactions.ts";
import { rateReactions } from "./rates/reactions.ts";
import { storyReactions } from "./stories/reactions.ts";

/** Every way into the program imports this file: it ties what modules announce to what others do about it. */
wire(together(storyReactions, frontReactions, rateReactions, notificationReactions));
