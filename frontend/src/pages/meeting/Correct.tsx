import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Attendance } from "../../api/meeting";
import { give } from "../../api/sessions";
import { Choice, Field, FormDialog, Lines } from "../../components/form/Form";
import { clockTime, zoneName } from "../../words/time";
import classes from "./After.module.css";
import {
  amiss,
  type Correction,
  effect,
  meant,
  notedTimes,
  type Times,
  WHATS,
  type What,
} from "./correction";
import { useActRef } from "./ref";

type Props = { session: string; seen: Attendance; open: boolean; close: () => void };

/** Says when the group really started, paused or ended; the original stays beside it. */
export function Correct({ session, seen, open, close }: Props) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const ref = useActRef();
  const { meeting } = seen;
  const zone = meeting.zone ?? "UTC";
  const [what, setWhat] = useState<What>("start");
  const [times, setTimes] = useState<Times | null>(null);
  const [reason, setReason] = useState("");
  const noted = notedTimes(meeting, what, zone);
  const { from, until } = times ?? noted;
  const said = meant(meeting, what, zone, from, until);
  const wrong = said === null ? "unread" : amiss(meeting, said, Date.now());

  const correct = async () => {
    if (said === null) return;
    const command = { type: "CorrectTime", ...said, reason: reason.trim() } as const;
    await give(session, command, ref.of(JSON.stringify(command)));
  };
  const check = (): Record<string, string> =>
    wrong === null ? {} : { from: t(`meeting.amiss.${wrong}`) };
  const done = () => {
    ref.done();
    setTimes(null);
    setReason("");
    void queries.invalidateQueries({ queryKey: ["attendance"] });
    close();
  };
  return (
    <FormDialog
      title={t("meeting.correctTitle")}
      open={open}
      close={close}
      act={correct}
      check={check}
      done={done}
      go={t("meeting.correctGo")}
    >
      <p>{t("meeting.correctLead")}</p>
      <Choice
        name="what"
        label={t("meeting.what")}
        value={what}
        data={WHATS.map((value) => ({ value, label: t(`meeting.whats.${value}`) }))}
        onChange={(event) => {
          setWhat(event.currentTarget.value as What);
          setTimes(null);
        }}
      />
      <div className={classes.times}>
        <Time
          name="from"
          label={t(what === "break" ? "meeting.from" : "meeting.at")}
          value={from}
          set={(time) => setTimes({ from: time, until })}
        />
        {what === "break" && (
          <Time
            name="until"
            label={t("meeting.until")}
            value={until}
            set={(time) => setTimes({ from, until: time })}
          />
        )}
      </div>
      <p className="soft">
        {t("meeting.inZone", {
          zone: zoneName(Date.parse(meeting.planned_start ?? "") || 0, i18n.language, zone),
        })}
      </p>
      <div className={classes.effect} role="status">
        {wrong === null && said ? (
          <Effect meeting={meeting} said={said} zone={zone} />
        ) : (
          t(`meeting.amiss.${wrong ?? "unread"}`)
        )}
      </div>
      <Lines
        name="reason"
        label={t("meeting.why")}
        required
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

type TimeProps = { name: string; label: string; value: string; set: (time: string) => void };

function Time({ name, label, value, set }: TimeProps) {
  return (
    <Field
      name={name}
      type="time"
      label={label}
      required
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

/** What the record says once this is in it. */
function Effect({
  meeting,
  said,
  zone,
}: {
  meeting: Attendance["meeting"];
  said: Correction;
  zone: string;
}) {
  const { t, i18n } = useTranslation();
  const { before, minutes } = effect(meeting, said);
  const at = (ms: number) => clockTime(ms, i18n.language, zone);
  if (said.what === "break")
    return t("meeting.effectBreak", {
      from: at(said.at),
      to: at(said.until ?? said.at),
      count: -minutes,
    });
  if (before === null) return t("meeting.effectNew", { to: at(said.at) });
  const moved = t(`meeting.effectMoved.${said.what}`, { from: at(before), to: at(said.at) });
  const then = t(minutes > 0 ? "meeting.effectMore" : "meeting.effectLess", {
    count: Math.abs(minutes),
  });
  return `${moved} ${then}`;
}
