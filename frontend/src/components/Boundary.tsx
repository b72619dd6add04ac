import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { Problem } from "../api/http";
import { Caught } from "./Caught";
import { Sheet } from "./Sheet";
import { Trouble } from "./Trouble";
import { Wordmark } from "./Wordmark";

/** Its children; where a part of the page can not be loaded or drawn, a way to load it again. */
export function Boundary({ children }: { children: ReactNode }) {
  return (
    <Caught at={useLocation().pathname} otherwise={<Lost />}>
      {children}
    </Caught>
  );
}

function Lost() {
  return (
    <Sheet top={<Wordmark />} title="vgroup">
      <Trouble error={new Problem(0, "page_lost", "")} again={() => location.reload()} />
    </Sheet>
  );
}
