import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useGive, useHere, useNow } from "../../../room/hooks";
import { nameOf } from "../../../room/state";
import { span } from "../../../words/time";
import { Floor } from "../Floor";
import classes from "./Round.module.css";

/** The go-round under the circle, with its own three buttons; else who has the floor. */
export function Round() {
  const { t } = useTranslation();
  const give = useGive();
  const now = useNow();
  const { room } = useHere();
  const turn = room.round?.turn;
  if (!room.round || !turn) return <Floor />;
  const left = turn.until === null ? t("staff.roundPaused") : span(turn.until - now);
  const next = room.round.coming[0];
  return (
    <section className={classes.round}>
      <p className="tabular">
        <strong>{t("staff.roundTitle", { name: nameOf(room, turn.seat), time: left })}</strong>
      </p>
      <p className="soft">
        {next ? t("staff.roundNext", { name: nameOf(room, next) }) : t("staff.roundLast")}
      </p>
      <p className={classes.buttons}>
        <Button onClick={() => void give({ type: "NextTurn" })}>{t("staff.nextTurn")}</Button>
        <Button onClick={() => void give({ type: "AddTime", seconds: 30 })}>
          {t("staff.moreTime")}
        </Button>
        <Button onClick={() => void give({ type: "EndRound" })}>{t("staff.endRound")}</Button>
      </p>
    </section>
  );
}
