import { useTranslation } from "react-i18next";
import type { Attendance, Attended } from "../api/meeting";
import { clockTime } from "../words/time";
import classes from "./AttendanceTable.module.css";
import table from "./Table.module.css";
import { Tag } from "./Tag";

export const TONES = {
  present: "pine",
  late: "sun",
  left_early: "sun",
  late_and_left_early: "sun",
  partial: "sun",
  absent: "care",
  removed: "care",
  expected: "none",
  not_held: "none",
  cancelled: "none",
} as const;
export type Status = keyof typeof TONES;

/** What somebody's attendance comes to, in a word. */
export function StatusTag({ status }: { status: string | null }) {
  const { t } = useTranslation();
  const known = status as Status | null;
  if (known === null || !(known in TONES)) return null;
  return <Tag tone={TONES[known]}>{t(`record.status.${known}`)}</Tag>;
}

/** Who took part, from when to when, and what counts: participants, then staff and guests. */
export function AttendanceTable({ seen }: { seen: Attendance }) {
  const { t } = useTranslation();
  const columns = ["status", "in", "out", "present", "credited"] as const;
  return (
    <table className={`${table.table} ${classes.people}`}>
      <thead>
        <tr>
          <th scope="col">{t("record.people.person")}</th>
          {columns.map((column) => (
            <th key={column} scope="col" data-number={column === "status" ? undefined : true}>
              {t(`record.people.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {seen.people.map((one) => (
          <Line key={one.row} one={one} zone={seen.meeting.zone ?? "UTC"} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ one, zone }: { one: Attended; zone: string }) {
  const { t, i18n } = useTranslation();
  const at = (iso: string | null) => (iso ? clockTime(Date.parse(iso), i18n.language, zone) : "");
  const minutes = Math.floor(one.present_ms / 60_000);
  const came = one.first_in !== null;
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>{one.person}</span>
        <Notes one={one} />
      </th>
      <td data-name={t("record.people.status")}>
        <StatusTag status={one.status} />
      </td>
      <td data-number data-name={t("record.people.in")}>
        {at(one.first_in)}
      </td>
      <td data-number data-name={t("record.people.out")}>
        {came && !one.last_out ? t("record.people.still") : at(one.last_out)}
      </td>
      <td data-number data-name={t("record.people.present")}>
        {came ? t("attended.min", { count: minutes }) : ""}
      </td>
      <td data-number data-name={t("record.people.credited")}>
        {one.role === "participant" && came ? (
          <strong>{t("attended.min", { count: one.credited_min })}</strong>
        ) : (
          ""
        )}
      </td>
    </tr>
  );
}

const FLAGS = [
  "added_late",
  "admitted_after_cutoff",
  "dismissed",
  "dropped_at_end",
  "let_back_in",
  "never_admitted",
  "not_this_person",
  "overlap",
  "over_capacity",
  "refused",
] as const;

/** What else is worth knowing: a function, how late, what was out of the ordinary. */
function Notes({ one }: { one: Attended }) {
  const { t } = useTranslation();
  const flagged = one.flags?.split(" ") ?? [];
  const minutes = (seconds: number) => Math.max(1, Math.round(seconds / 60));
  const notes = [
    one.credential,
    one.role !== "participant" && t(`attended.role.${one.role === "guest" ? "guest" : "staff"}`),
    one.late_s > 0 &&
      one.status?.startsWith("late") &&
      t("attended.late", { count: minutes(one.late_s) }),
    one.early_s > 0 &&
      one.status?.endsWith("early") &&
      t("attended.early", { count: minutes(one.early_s) }),
    one.gaps > 0 && t("attended.gaps", { count: one.gaps }),
    ...FLAGS.filter((flag) => flagged.includes(flag)).map((flag) => t(`record.flag.${flag}`)),
  ].filter(Boolean);
  return notes.length > 0 ? <span className={classes.notes}>{notes.join(" · ")}</span> : null;
}
