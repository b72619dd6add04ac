import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RoundView } from "../../../api/protocol.gen";
import { useGive, useNow, useRoom } from "../../../room/hooks";
import { span } from "../../../words/time";
import { Floor } from "../Floor";
import classes from "./Round.module.css";
import { SHORTCUTS } from "./shortcuts";
import { useFacilitates, useName } from "./stance";

/** The go-round under the circle, with its own three buttons; else who has the floor. */
export function Round() {
  const round = useRoom((room) => room.round);
  return round ? <Going round={round} /> : <Floor />;
}

function Going({ round }: { round: RoundView }) {
  const { t } = useTranslation();
  const give = useGive();
  const may = useFacilitates();
  const { turn } = round;
  const next = round.coming[0];
  const running = useRoom((room) => room.times.phase === "running");
  const [name, following] = [useName(turn?.seat ?? ""), useName(next ?? "")];
  const left = useLeft(turn?.until ?? null);
  return (
    <section className={classes.round} aria-label={t("staff.round")}>
      <p className="tabular">
        <strong>{turn ? t("staff.roundTitle", { name, time: left }) : t("staff.round")}</strong>
      </p>
      <p className="soft">
        {next ? t("staff.roundNext", { name: following }) : t("staff.roundLast")}{" "}
        {t("staff.roundLeft", { count: round.coming.length })}
      </p>
      {may && (
        <div className={classes.buttons}>
          <Button
            disabled={!running}
            aria-keyshortcuts={SHORTCUTS.nextTurn.keys}
            onClick={() => void give({ type: "NextTurn" })}
          >
            {t("staff.nextTurn")}
          </Button>
          <Button disabled={!running} onClick={() => void give({ type: "AddTime", seconds: 30 })}>
            {t("staff.moreTime")}
          </Button>
          <Button onClick={() => void give({ type: "EndRound" })}>{t("staff.endRound")}</Button>
        </div>
      )}
    </section>
  );
}

/** What is left of a turn; a word where its time stands still. */
function useLeft(until: number | null): string {
  const { t } = useTranslation();
  const now = useNow();
  return until === null ? t("staff.roundPaused") : span(until - now);
}
