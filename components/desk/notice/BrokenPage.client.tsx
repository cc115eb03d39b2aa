"use client";
import "../../tokens.css";
import "../../ui/ui.css";
import { Broken } from "./Broken.client.tsx";

/** A whole page of it, for where not even a layout could be made. */
export default function BrokenPage({ error }: { error: { digest?: string } }) {
  return (
    <main>
      <Broken error={error} retry={() => window.location.reload()} />
    </main>
  );
}
