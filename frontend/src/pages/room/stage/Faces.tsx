import { lazy, Suspense } from "react";
import { Caught } from "../../../components/Caught";
import { useWish } from "./choices";
import type { StageProps } from "./Stage";

// Tiles come when somebody's picture does: whoever sits in a circle never loads them.
const Stage = lazy(() => import("./Stage"));

/** The faces, once their part of the page is here; without it the circle takes their place. */
export function Faces({ coming = "", ...own }: StageProps & { coming?: string | undefined }) {
  const { loseFaces } = useWish();
  return (
    <Caught otherwise={null} lost={loseFaces}>
      <Suspense fallback={<div className={coming} />}>
        <Stage {...own} />
      </Suspense>
    </Caught>
  );
}
