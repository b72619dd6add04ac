import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useGive, useHere, useNow } from "../../../room/hooks";
import { nameOf } from "../../../room/state";
import { span } from "../../../words/time";
import desk from "./Desk.module.css";

/** Raised hands in the order they went up. */
export function Hands() {
  const { t } = useTranslation();
  const give = useGive();
  const now = useNow();
  const { room } = useHere();
  return (
    <section className={desk.section} aria-label={t("staff.hands")}>
      <h2>{t("staff.hands")}</h2>
      <ol className={desk.panel}>
        {room.hands.length === 0 && <li className="soft">{t("staff.noHands")}</li>}
        {room.hands.map((hand, index) => (
          <li key={hand.seat}>
            <span>
              <strong>{index + 1}</strong> {nameOf(room, hand.seat)}{" "}
              <span className="soft tabular">{span(now - hand.since)}</span>
            </span>
            <Button onClick={() => void give({ type: "CallOn", seat: hand.seat })}>
              {t("staff.callOn")}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
