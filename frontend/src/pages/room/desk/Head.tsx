import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Tag } from "../../../components/Tag";
import { useGive, useRoom } from "../../../room/hooks";
import { PHASE_TONES } from "../../meeting/reach";
import { useMiddle } from "../middle";
import classes from "./Head.module.css";
import { SHORTCUTS } from "./shortcuts";
import { useFacilitates } from "./stance";

/** What everyone at the desk must know at a glance: phase, time, seats, the lock. */
export function Head() {
  const { t } = useTranslation();
  const { name, phase, due, alone } = useRoom((room) => ({
    name: room.name,
    phase: room.times.phase,
    due: room.staff?.start_due ?? false,
    alone: (room.staff?.alone_since ?? null) !== null,
  }));
  return (
    <section className={classes.head} aria-label={t("staff.head")}>
      <h1>{name}</h1>
      <Tag tone={PHASE_TONES[phase]}>{t(`phase.${phase}`)}</Tag>
      <Time />
      <div className={classes.due} role="status">
        {due && <Tag tone="sun">{t("staff.startDue")}</Tag>}
        {alone && <Tag tone="sun">{t("staff.alone")}</Tag>}
      </div>
      <Seats />
    </section>
  );
}

function Time() {
  const { time, line } = useMiddle();
  return (
    <p className={classes.time}>
      <strong className="tabular">{time}</strong> <span className="soft tabular">{line}</span>
    </p>
  );
}

function Seats() {
  const { t } = useTranslation();
  const give = useGive();
  const may = useFacilitates();
  const { here, capacity, locked } = useRoom((room) => ({
    here: room.people.filter((one) => one.role === "participant").length,
    capacity: room.staff?.capacity ?? 0,
    locked: room.locked,
  }));
  return (
    <p className={classes.seats}>
      <span className="soft">
        {t("staff.seats", { here, capacity })}
        {locked && ` · ${t("staff.locked")}`}
      </span>
      {may && (
        <Button
          aria-keyshortcuts={SHORTCUTS.lock.keys}
          onClick={() => void give(locked ? { type: "Unlock" } : { type: "Lock" })}
        >
          {locked ? t("staff.unlock") : t("staff.lock")}
        </Button>
      )}
    </p>
  );
}
