import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { floorOf } from "../../room/circle";
import { useGive, useNow, useRoom } from "../../room/hooks";
import { nameOf, type Room } from "../../room/state";
import { clockTime, span } from "../../words/time";
import classes from "./Floor.module.css";

/** Who has the floor and what comes next, in a sentence; and what one can do about it. */
export function Floor() {
  const { t } = useTranslation();
  const give = useGive();
  const away = useRoom((room) => room.you.away);
  const words = useFloorWords();
  const { turn, coming, until } = useRoom(turnOf);
  const [bold, soft] = words;
  const seat = useRoom((room) => room.you.seat);
  const mine = useRoom((room) => floorOf(room) === seat);
  if (away) return <Away />;
  return (
    <section className={classes.floor} data-mine={mine || undefined} aria-label={t("room.floor")}>
      <p aria-live="polite">
        {bold && <strong>{bold}</strong>} <span className="soft">{soft}</span>
      </p>
      {until !== null && <Left until={until} />}
      {(turn || coming) && (
        <p className={classes.buttons}>
          {turn && (
            <Button variant="filled" onClick={() => void give({ type: "NextTurn", seat })}>
              {t("room.done")}
            </Button>
          )}
          <Button onClick={() => void give({ type: "Pass" })}>{t("room.pass")}</Button>
        </p>
      )}
    </section>
  );
}

/** Stepped away: what the group sees, what counts, and the way back in one tap. */
function Away() {
  const { t } = useTranslation();
  const give = useGive();
  return (
    <section className={classes.floor} aria-label={t("room.away_do")}>
      <div role="status">
        <p>
          <strong>{t("room.awayTitle")}</strong>
        </p>
        <p className="soft">{t("room.awayNote")}</p>
      </div>
      <Button variant="filled" onClick={() => void give({ type: "ComeBack" })}>
        {t("room.away_back")}
      </Button>
    </section>
  );
}

/** The time that is left of a turn. */
function Left({ until }: { until: number }) {
  const now = useNow();
  return (
    <span className={`tabular ${classes.left}`} role="timer" aria-live="off">
      {span(until - now)}
    </span>
  );
}

function turnOf({ round, you, times }: Room) {
  const running = times.phase === "running";
  const turn = running && round?.turn?.seat === you.seat;
  const coming = running && (round?.coming.includes(you.seat) ?? false);
  return { turn, coming, until: running ? (round?.turn?.until ?? null) : null };
}

function useFloorWords(): readonly [string, string] {
  const { t, i18n } = useTranslation();
  const { phase, ends, floor, mine, name, round, next, nextName, silent } = useRoom(floorWords);
  if (phase === "on_break")
    return ["", t("room.onBreak", { time: clockTime(ends, i18n.language) })];
  if (phase === "on_hold") return ["", t("room.onHold")];
  if (phase === "door_open") return ["", t("room.beforeStart")];
  if (floor === null) return ["", silent ? t("room.silent") : t("room.quiet")];
  if (!round) return mine ? [t("room.calledYou"), ""] : [t("room.called", { name }), ""];
  const then =
    next === "none"
      ? ""
      : next === "you"
        ? t("room.nextYou")
        : t("room.nextOther", { name: nextName });
  return [mine ? t("room.floorYou") : t("room.floorOther", { name }), then];
}

function floorWords(room: Room) {
  const floor = floorOf(room);
  const next = room.round?.coming[0];
  return {
    phase: room.times.phase,
    ends: room.times.break_until ?? 0,
    floor,
    mine: floor === room.you.seat,
    name: floor === null ? "" : nameOf(room, floor),
    round: room.round !== null,
    next: next === undefined ? "none" : next === room.you.seat ? "you" : "other",
    nextName: next === undefined ? "" : nameOf(room, next),
    silent: !room.may_unmute && room.you.role !== "staff",
  };
}
