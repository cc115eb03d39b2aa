import { wire } from "./kernel/reactions.ts";

/** Who hears what, inside the transaction of the command that announced it. */
wire({});
