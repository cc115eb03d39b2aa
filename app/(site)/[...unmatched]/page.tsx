import { notFound } from "next/navigation";

/** With a root layout in each part of the program, an address that none of them knows ends here. */
export default function UnmatchedPage() {
  notFound();
}
