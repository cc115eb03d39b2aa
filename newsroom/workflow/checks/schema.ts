import { z } from "zod";
import { checkKeys } from "./kinds.ts";
import { severities } from "./severity.ts";

export const SetCheck = z.object({ check: z.enum(checkKeys), severity: z.enum([...severities, "off"]) });
