// What staff see of a room is loaded when staff come: participants never download it.

import { type ComponentType, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Caught } from "../../../components/Caught";
import { Lost } from "../../../components/Lost";
import { Sheet } from "../../../components/Sheet";
import { useRoom } from "../../../room/hooks";
import { staffPart } from "../../staff";

const DeskPart = staffPart(() => import("./Desk"));
const ClosingPart = staffPart(() => import("./Closing"));
const CalledPart = staffPart(() => import("./Called"));

/**
 * The facilitator's room. Where it can not be loaded the whole page gives way, and its connection
 * with it: nobody is told that a facilitator is here who sees nothing.
 */
export const Desk = () => <Loaded part={DeskPart} />;

/** What staff find once the group is over. */
export const Closing = () => <Loaded part={ClosingPart} />;

/** The open alerts, for staff who stand outside the room; nothing while there is none. */
export function Called() {
  const any = useRoom((room) => room.staff?.alerts.some((one) => one.outcome === null) ?? false);
  if (!any) return null;
  return (
    <Caught otherwise={<Lost />}>
      <Suspense fallback={null}>
        <CalledPart />
      </Suspense>
    </Caught>
  );
}

function Loaded({ part: Part }: { part: ComponentType }) {
  const { t } = useTranslation();
  return (
    <Suspense fallback={<Sheet lead={<span role="status">{t("app.loading")}</span>} />}>
      <Part />
    </Suspense>
  );
}
