import type { z } from "zod";
import { invalid } from "./faults.ts";

/** What came from outside, in its shape. @throws Fault invalid with what is wrong and where. */
export function parsed<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const result = shape.safeParse(input);
  if (result.success) return result.data;
  throw invalid(result.error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
}
