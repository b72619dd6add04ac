import { useTranslation } from "react-i18next";
import type { Attendance } from "../../api/record";
import { Panel } from "../../components/Panel";
import classes from "./Afterwards.module.css";
import { type Clock, msOf } from "./clock";

/** What was done to the record after the group: signatures, and corrections of times. */
export function Afterwards({ attendance, clock }: { attendance: Attendance; clock: Clock }) {
  const { t } = useTranslation();
  const { signatures, corrections } = attendance;
  return (
    <div className={classes.afterwards}>
      <Panel title={t("record.signatures")}>
        {signatures.length === 0 ? (
          <p className="soft">{t("record.unsignedYet")}</p>
        ) : (
          <ul className={classes.list}>
            {signatures.map((signed) => (
              <li key={signed.entry}>
                <span className={classes.who}>
                  {[signed.name, signed.credential].filter(Boolean).join(", ")}
                </span>{" "}
                <span className="soft">
                  {t(`record.meaning.${signed.meaning as "facilitated"}`)} ·{" "}
                  {clock.moment(msOf(signed.at) ?? 0)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {corrections.length > 0 && (
        <Panel title={t("record.corrections")}>
          <ul className={classes.list}>
            {corrections.map((one) => (
              <li key={one.entry}>
                <span className={classes.who}>
                  {t(`record.correction.${one.what as "start"}`, {
                    at: span(one.at, one.until, clock),
                  })}
                </span>{" "}
                <span className="soft">
                  {one.before &&
                    `${t("record.correction.was", { at: clock.short(msOf(one.before) ?? 0) })} · `}
                  {t("record.correction.by", { who: one.by ?? "", reason: one.reason ?? "" })}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

function span(at: string | null, until: string | null, clock: Clock): string {
  const [since, end] = [msOf(at), msOf(until)];
  if (since === null) return "";
  return end === null ? clock.short(since) : clock.range(since, end);
}
