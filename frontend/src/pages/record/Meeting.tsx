import { useTranslation } from "react-i18next";
import type { Attendance, Meeting as Facts } from "../../api/record";
import { Panel } from "../../components/Panel";
import { type Clock, msOf } from "./clock";
import { type Chosen, flagsOf, type GroupFigure, OF_GROUP, sourcesOf } from "./figures";
import classes from "./Meeting.module.css";
import { reasonIn } from "./sentence";

/** A figure of the group, in words; nothing where there is none. */
export function useGroupValue(meeting: Facts, clock: Clock): (figure: GroupFigure) => string {
  const { t } = useTranslation();
  const at = (moment: string | null) => {
    const ms = msOf(moment);
    return ms === null ? "" : clock.exact(ms);
  };
  const [since, until] = [msOf(meeting.planned_start), msOf(meeting.planned_end)];
  return (figure) => {
    switch (figure) {
      case "planned":
        return since === null || until === null ? "" : clock.range(since, until);
      case "start":
        return at(meeting.actual_start);
      case "end":
        return at(meeting.actual_end);
      case "running":
        return meeting.actual_start ? clock.length(meeting.running_ms) : "";
      case "breaks":
        return meeting.breaks ? clock.length(meeting.breaks_ms) : "";
      case "holds":
        return meeting.holds ? clock.length(meeting.holds_ms) : "";
      case "extension":
        return meeting.extended_s ? clock.length(meeting.extended_s * 1000) : "";
      case "over_capacity":
        if (meeting.peak === 0) return "";
        return t("record.peakOf", { peak: meeting.peak, capacity: meeting.capacity });
    }
  };
}

/** When the group was planned and ran, how full it was, and what is worth knowing of it. */
export function Meeting({
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
  const { meeting } = attendance;
  const value = useGroupValue(meeting, clock);
  const reasons = ({ over_capacity }: Facts) =>
    (over_capacity ?? "")
      .split("; ")
      .map((reason) => reasonIn(reason, t))
      .join("; ");
  const told = OF_GROUP.map((figure) => [figure, value(figure)] as const).filter(
    ([, said]) => said !== "",
  );
  return (
    <Panel title={t("record.theGroup")}>
      <dl className={classes.facts}>
        {told.map(([figure, said]) => (
          <div key={figure}>
            <dt>{t(`record.groupFigure.${figure}`)}</dt>
            <dd>
              {sourcesOf(attendance, { row: null, figure }).length === 0 ? (
                said
              ) : (
                <button
                  type="button"
                  aria-pressed={chosen?.row === null && chosen.figure === figure}
                  onClick={() => choose({ row: null, figure })}
                >
                  {said}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {flagsOf(meeting).map((flag) => (
        <p key={flag}>
          <strong>{t(`record.flag.${flag as "overlap"}`)}</strong>{" "}
          <span className="soft">
            {flag === "over_capacity"
              ? t("record.overCapacity", { reasons: reasons(meeting) })
              : t(`record.flagMeans.${flag as "overlap"}`)}
          </span>
        </p>
      ))}
    </Panel>
  );
}
