import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { HandView } from "../../../api/protocol.gen";
import { useGive, useNow, useRoom } from "../../../room/hooks";
import { span } from "../../../words/time";
import desk from "./Desk.module.css";
import { SHORTCUTS } from "./shortcuts";
import { useFacilitates, useName } from "./stance";

/** Raised hands in the order they went up. */
export function Hands() {
  const { t } = useTranslation();
  const give = useGive();
  const hands = useRoom((room) => room.hands);
  const may = useFacilitates();
  return (
    <section className={desk.section} aria-label={t("staff.hands")}>
      <div className={desk.headed}>
        <h2>{t("staff.hands")}</h2>
        {may && hands.length > 1 && (
          <Button variant="subtle" onClick={() => void give({ type: "LowerAll" })}>
            {t("staff.lowerAll")}
          </Button>
        )}
      </div>
      <ol className={desk.panel}>
        {hands.length === 0 && <li className="soft">{t("staff.noHands")}</li>}
        {hands.map((hand, index) => (
          <Hand key={hand.seat} hand={hand} place={index + 1} may={may} />
        ))}
      </ol>
    </section>
  );
}

function Hand({ hand, place, may }: { hand: HandView; place: number; may: boolean }) {
  const { t } = useTranslation();
  const give = useGive();
  const name = useName(hand.seat);
  return (
    <li>
      <span>
        <strong>{place}</strong> {name} <Since at={hand.since} />
      </span>
      {may && (
        <Button
          aria-label={`${t("staff.callOn")}: ${name}`}
          {...(place === 1 ? { "aria-keyshortcuts": SHORTCUTS.callOn.keys } : {})}
          onClick={() => void give({ type: "CallOn", seat: hand.seat })}
        >
          {t("staff.callOn")}
        </Button>
      )}
    </li>
  );
}

function Since({ at }: { at: number }) {
  const now = useNow();
  return <span className="soft tabular">{span(now - at)}</span>;
}
