import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Attendance, Entry } from "../../api/record";
import { Loading } from "../../components/Loading";
import { Trouble } from "../../components/Trouble";
import { type Clock, msOf } from "./clock";
import { type Chosen, COUNTS, type Count, type Figure, flagsOf, spansOf } from "./figures";
import { useGroupValue } from "./Meeting";
import { said } from "./sentence";
import classes from "./Trace.module.css";
import { atOf } from "./timeline";

type Traced = {
  readonly numbers: readonly number[];
  readonly data: readonly Entry[] | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
};

/** The value of a figure, as the table has it. */
export function useValue(attendance: Attendance, clock: Clock): (chosen: Chosen) => string {
  const { t } = useTranslation();
  const ofGroup = useGroupValue(attendance.meeting, clock);
  return (chosen) => {
    if (chosen.row === null) return ofGroup(chosen.figure);
    const { row, figure } = chosen;
    const person = attendance.people.find((one) => one.row === row);
    if (person === undefined) return "";
    const time = (moment: string | null) => {
      const ms = msOf(moment);
      return ms === null ? t("record.people.still") : clock.exact(ms);
    };
    const length = clock.length;
    if (isCount(figure)) return t(`record.counted.${figure}`, { count: person[figure] });
    switch (figure) {
      case "status":
        return t(`record.status.${person.status as "present"}`);
      case "credited":
        return length(person.credited_ms);
      case "present":
        return length(person.present_ms);
      case "first_in":
        return time(person.first_in);
      case "last_out":
        return time(person.last_out);
      case "late":
        return t("record.lateBy", { length: length(person.late_s * 1000) });
      case "early":
        return t("record.earlyBy", { length: length(person.early_s * 1000) });
      case "away":
        return t("record.wasAway", { length: length(person.away_ms) });
      case "waiting":
        return t("record.waited", { length: length(person.waiting_ms) });
      case "talked":
        return t(`record.talked.${person.talked_by}`, { length: length(person.talked_ms) });
      case "microphone":
        return t("record.microphoneOn", { length: length(person.microphone_ms) });
      case "camera":
        return t("record.cameraOn", { length: length(person.camera_ms) });
      case "gaps":
        return t("record.counted.gaps", { count: person.gaps, length: length(person.gaps_ms) });
      case "flags":
        return flagsOf(person)
          .map((flag) => t(`record.flag.${flag as "overlap"}`))
          .join(", ");
    }
  };
}

/** Whose figure it is. */
export function useWhose(attendance: Attendance): (chosen: Chosen) => string {
  const { t } = useTranslation();
  return ({ row }) => {
    if (row === null) return t("record.theGroup");
    return attendance.people.find((one) => one.row === row)?.person ?? "";
  };
}

function isCount(figure: Figure): figure is Count {
  return (COUNTS as readonly string[]).includes(figure);
}

/** What a figure comes from: what it means, its times, and its entries in words. */
export function Trace({
  attendance,
  chosen,
  traced,
  ledger,
  clock,
  headed = true,
  close,
}: {
  attendance: Attendance;
  chosen: Chosen;
  traced: Traced;
  /** Whether the reader may read entries. */
  ledger: boolean;
  clock: Clock;
  headed?: boolean;
  close?: () => void;
}) {
  const { t } = useTranslation();
  const value = useValue(attendance, clock)(chosen);
  const name = useWhose(attendance)(chosen);
  const spans = spansOf(attendance, chosen);
  const count = traced.numbers.length;
  return (
    <div className={classes.trace}>
      {headed && (
        <div className={classes.head}>
          <h2>
            {name}, {value}{" "}
            {count > 0 && <span className="soft">{t("record.trace.from", { count })}</span>}
          </h2>
          {close && (
            <Button variant="subtle" aria-label={t("record.trace.close")} onClick={close}>
              {t("app.close")}
            </Button>
          )}
        </div>
      )}
      <Meaning attendance={attendance} chosen={chosen} />
      {spans.length > 0 && (
        <ul className={classes.spans} aria-label={t("record.trace.times")}>
          {spans.map((span) => (
            <li key={span.since}>
              <span>
                {clock.exact(span.since)} – {clock.exact(span.until)}
              </span>
              <span className="soft">{clock.length(span.until - span.since)}</span>
            </li>
          ))}
        </ul>
      )}
      <Entries traced={traced} ledger={ledger} clock={clock} />
    </div>
  );
}

function Meaning({ attendance, chosen }: { attendance: Attendance; chosen: Chosen }) {
  const { t } = useTranslation();
  if (chosen.row === null) return <p className="soft">{t(`record.groupMeans.${chosen.figure}`)}</p>;
  const person = attendance.people.find((one) => one.row === chosen.row);
  if (person === undefined) return null;
  const { figure } = chosen;
  if (figure === "flags")
    return (
      <ul className={classes.flags}>
        {flagsOf(person).map((flag) => (
          <li key={flag}>
            <strong>{t(`record.flag.${flag as "overlap"}`)}</strong>{" "}
            <span className="soft">{t(`record.flagMeans.${flag as "overlap"}`)}</span>
          </li>
        ))}
      </ul>
    );
  if (figure === "status") {
    const reason: Readonly<Record<string, string>> = t("record.reason", { returnObjects: true });
    const why = person.removed_for;
    return (
      <p className="soft">
        {t(`record.statusMeans.${person.status as "present"}`)}
        {why && ` ${t("record.removedFor", { reason: reason[why] ?? why })}`}
      </p>
    );
  }
  const means: Readonly<Record<string, string>> = t("record.figureMeans", { returnObjects: true });
  const meant = figure === "talked" ? `talked_${person.talked_by}` : figure;
  return <p className="soft">{means[meant] ?? means.counts}</p>;
}

function Entries({ traced, ledger, clock }: { traced: Traced; ledger: boolean; clock: Clock }) {
  const { t } = useTranslation();
  const { numbers } = traced;
  if (numbers.length === 0) return <p className="soft">{t("record.trace.noEntry")}</p>;
  if (!ledger) {
    const list = clock.list(numbers.map(String));
    return (
      <p className="soft">
        {t("record.trace.numbers", { count: numbers.length, list })} {t("record.trace.noLedger")}
      </p>
    );
  }
  if (traced.error) return <Trouble error={traced.error} again={() => void traced.refetch()} />;
  if (traced.data === undefined) return <Loading lines={Math.min(numbers.length, 4)} />;
  return (
    <ol className={classes.entries} aria-label={t("record.trace.entries")}>
      {traced.data.map((entry) => (
        <OneEntry key={entry.entry} entry={entry} clock={clock} />
      ))}
    </ol>
  );
}

function OneEntry({ entry, clock }: { entry: Entry; clock: Clock }) {
  const { t } = useTranslation();
  const { sentence, notes } = said(entry, t, clock);
  return (
    <li>
      <span className={classes.at} title={t("record.trace.number", { entry: entry.entry })}>
        {clock.exact(atOf(entry))}
      </span>
      <span>
        {sentence} {notes.length > 0 && <span className="soft">{notes.join(" · ")}</span>}
      </span>
    </li>
  );
}
