import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Attendance, Person } from "../../api/record";
import { StatusTag } from "../../components/AttendanceTable";
import table from "../../components/Table.module.css";
import { type Clock, msOf } from "./clock";
import { byRole, type Chosen, COUNTS, type Figure, flagsOf } from "./figures";
import classes from "./People.module.css";

// Less is no time that anybody would ask about.
const SHOWN_MS = 1000;
const HEADINGS = { participant: "participants", staff: "staff", guest: "guests" } as const;

/** Who attended, in figures; each figure leads to the entries it comes from. */
export function People({
  attendance,
  clock,
  chosen,
  choose,
}: {
  attendance: Attendance;
  clock: Clock;
  chosen: Chosen | null;
  choose: (chosen: Chosen) => void;
}) {
  const { t } = useTranslation();
  return byRole(attendance.people).map(([role, people]) => {
    const heading = t(`record.${HEADINGS[role as keyof typeof HEADINGS]}`);
    return (
      <table key={role} className={`${table.table} ${classes.table}`}>
        <caption className={role === "participant" ? "heard-only" : classes.caption}>
          {heading}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("record.people.person")}</th>
            <th scope="col">{t("record.people.status")}</th>
            <th scope="col" data-number>
              {t("record.people.credited")}
            </th>
            <th scope="col" data-number>
              {t("record.people.present")}
            </th>
            <th scope="col" data-number>
              {t("record.people.in")}
            </th>
            <th scope="col" data-number>
              {t("record.people.out")}
            </th>
            <th scope="col">{t("record.people.part")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row
              key={person.row}
              person={person}
              clock={clock}
              chosen={chosen?.row === person.row ? chosen.figure : null}
              choose={(figure) => choose({ row: person.row, figure })}
            />
          ))}
        </tbody>
      </table>
    );
  });
}

function Row({
  person,
  clock,
  chosen,
  choose,
}: {
  person: Person;
  clock: Clock;
  chosen: Figure | null;
  choose: (figure: Figure) => void;
}) {
  const { t } = useTranslation();
  const name = person.person ?? "";
  const time = (moment: string | null) => {
    const ms = msOf(moment);
    return ms === null ? "" : clock.short(ms);
  };
  const figure = (one: Figure, value: string, inline = false) =>
    value && (
      <button
        type="button"
        className={classes.figure}
        data-inline={inline || undefined}
        aria-pressed={chosen === one}
        aria-label={t("record.people.from", { name, figure: t(`record.figure.${one}`), value })}
        onClick={() => choose(one)}
      >
        {value}
      </button>
    );
  const out = time(person.last_out);
  const credited = person.role === "guest" ? "" : clock.length(person.credited_ms);
  return (
    <tr data-chosen={chosen !== null || undefined}>
      <th scope="row">
        <span className={classes.name}>{name}</span>
        {person.credential && <span className="soft"> {person.credential}</span>}
      </th>
      <td data-name={t("record.people.status")}>
        <Status person={person} clock={clock} chosen={chosen} choose={choose} />
      </td>
      <td data-name={t("record.people.credited")} data-number>
        {figure("credited", credited)}
      </td>
      <td data-name={t("record.people.present")} data-number>
        {figure("present", clock.length(person.present_ms))}
      </td>
      <td data-name={t("record.people.in")} data-number>
        {figure("first_in", time(person.first_in))}
      </td>
      <td data-name={t("record.people.out")} data-number>
        {figure("last_out", out) ||
          (person.first_in && <span className="soft">{t("record.people.still")}</span>)}
      </td>
      <td className={classes.part} data-name={t("record.people.part")}>
        <Part person={person} clock={clock} figure={figure} />
        <Flags person={person} figure={figure} />
      </td>
    </tr>
  );
}

function Status({
  person,
  clock,
  chosen,
  choose,
}: {
  person: Person;
  clock: Clock;
  chosen: Figure | null;
  choose: (figure: Figure) => void;
}) {
  const { t } = useTranslation();
  const name = person.person ?? "";
  const word = t(`record.status.${person.status as "present"}`);
  const more = (one: "late" | "early", seconds: number) => {
    if (seconds === 0) return null;
    const value = t(`record.${one}By`, { length: clock.length(seconds * 1000) });
    return (
      <button
        type="button"
        className={classes.figure}
        data-inline
        aria-pressed={chosen === one}
        aria-label={t("record.people.from", { name, figure: t(`record.figure.${one}`), value })}
        onClick={() => choose(one)}
      >
        {value}
      </button>
    );
  };
  return (
    <div className={classes.status}>
      <button
        type="button"
        className={classes.word}
        aria-pressed={chosen === "status"}
        aria-label={t("record.people.from", {
          name,
          figure: t("record.figure.status"),
          value: word,
        })}
        onClick={() => choose("status")}
      >
        <StatusTag status={person.status} />
      </button>
      {more("late", person.late_s)}
      {more("early", person.early_s)}
    </div>
  );
}

type Made = (figure: Figure, value: string, inline?: boolean) => React.ReactNode;

function Part({ person, clock, figure }: { person: Person; clock: Clock; figure: Made }) {
  const { t } = useTranslation();
  const counts = COUNTS.filter((count) => person[count] > 0).map(
    (count) => [count, t(`record.counted.${count}`, { count: person[count] })] as const,
  );
  const gaps = { count: person.gaps, length: clock.length(person.gaps_ms) };
  const length = clock.length;
  const times = [
    person.talked_ms >= SHOWN_MS &&
      ([
        "talked",
        t(`record.talked.${person.talked_by}`, { length: length(person.talked_ms) }),
      ] as const),
    person.microphone_ms >= SHOWN_MS &&
      (["microphone", t("record.microphoneOn", { length: length(person.microphone_ms) })] as const),
    person.camera_ms >= SHOWN_MS &&
      (["camera", t("record.cameraOn", { length: length(person.camera_ms) })] as const),
    person.waiting_ms >= SHOWN_MS &&
      (["waiting", t("record.waited", { length: clock.length(person.waiting_ms) })] as const),
    person.away_ms >= SHOWN_MS &&
      (["away", t("record.wasAway", { length: clock.length(person.away_ms) })] as const),
    person.gaps > 0 && (["gaps", t("record.counted.gaps", gaps)] as const),
  ].filter((one) => one !== false);
  const all = [...counts, ...times];
  return (
    <p data-inline>
      {all.map(([one, value], n) => (
        <Fragment key={one}>
          <span className={classes.count}>
            {figure(one, value, true)}
            {n < all.length - 1 && ","}
          </span>{" "}
        </Fragment>
      ))}
    </p>
  );
}

function Flags({ person, figure }: { person: Person; figure: Made }) {
  const { t } = useTranslation();
  const flags = flagsOf(person).map((flag) => t(`record.flag.${flag as "overlap"}`));
  if (flags.length === 0) return null;
  return (
    <p className={classes.flags} data-inline>
      {figure("flags", flags.join(", "), true)}
    </p>
  );
}
