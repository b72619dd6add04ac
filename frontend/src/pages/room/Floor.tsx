import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { floorOf } from "../../room/circle";
import { useGive, useHere } from "../../room/hooks";
import { nameOf, type Room } from "../../room/state";
import { clockTime } from "../../words/time";
import classes from "./Floor.module.css";

/** Who has the floor and what comes next, in a sentence; and what is asked of you. */
export function Floor() {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const { you, round } = room;
  const [bold, soft] = useFloorWords(room);
  const turn = round?.turn?.seat === you.seat;
  const coming = turn || round?.coming.includes(you.seat);
  return (
    <section className={classes.floor} aria-live="polite">
      {you.prompted && (
        <p className={classes.asked}>
          <strong>{t("room.prompted")}</strong>
          <Button variant="filled" onClick={() => void give({ type: "AnswerPresence" })}>
            {t("room.answer")}
          </Button>
        </p>
      )}
      {you.asked_to_unmute && <p>{t("room.askedUnmute")}</p>}
      {you.away ? (
        <p className={classes.asked}>
          {t("room.awayNote")}
          <Button variant="filled" onClick={() => void give({ type: "ComeBack" })}>
            {t("room.away_back")}
          </Button>
        </p>
      ) : (
        <p>
          <strong>{bold}</strong> <span className="soft">{soft}</span>
        </p>
      )}
      {coming && room.times.phase === "running" && (
        <p className={classes.buttons}>
          {turn && (
            <Button variant="filled" onClick={() => void give({ type: "NextTurn" })}>
              {t("room.done")}
            </Button>
          )}
          <Button onClick={() => void give({ type: "Pass" })}>{t("room.pass")}</Button>
        </p>
      )}
    </section>
  );
}

function useFloorWords(room: Room): readonly [string, string] {
  const { t, i18n } = useTranslation();
  const { phase, break_until } = room.times;
  if (phase === "on_break")
    return ["", t("room.onBreak", { time: clockTime(break_until ?? 0, i18n.language) })];
  if (phase === "on_hold") return ["", t("room.onHold")];
  if (phase === "door_open") return ["", t("room.beforeStart")];
  const floor = floorOf(room);
  if (floor === null) return ["", t("room.quiet")];
  const mine = floor === room.you.seat;
  if (room.round === null)
    return mine ? [t("room.calledYou"), ""] : [t("room.called", { name: nameOf(room, floor) }), ""];
  const next = room.round.coming[0];
  const then =
    next === undefined
      ? ""
      : next === room.you.seat
        ? t("room.nextYou")
        : t("room.nextOther", { name: nameOf(room, next) });
  return [mine ? t("room.floorYou") : t("room.floorOther", { name: nameOf(room, floor) }), then];
}
