import { z } from "zod";
import { checkKeys } from "./checks.ts";
import { severities } from "./severity.ts";

export const SetCheck = z.object({ check: z.enum(checkKeys), severity: z.enum([...severities, "off"]) });
