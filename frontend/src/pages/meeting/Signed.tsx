import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Attendance, colleagues } from "../../api/meeting";
import { useMe } from "../../components/Me";
import { Panel } from "../../components/Panel";
import { Tag } from "../../components/Tag";
import { clockTime } from "../../words/time";
import classes from "./After.module.css";
import { Correct } from "./Correct";
import { Sign } from "./Sign";

/** One's own assignment to a session; undefined where there is none. */
function useAssignment(session: string) {
  const me = useMe();
  const { data } = useQuery({
    queryKey: ["session", session, "staff"],
    queryFn: () => colleagues(session),
    retry: false,
  });
  return data?.find((one) => one.person === me.id);
}

type Seen = { session: string; seen: Attendance };

/** Who signed the record and as what; and, for its staff, the pen. */
export function Signatures({ session, seen }: Seen) {
  const { t, i18n } = useTranslation();
  const mine = useAssignment(session);
  const [open, setOpen] = useState(false);
  const { signatures } = seen;
  const last = signatures.at(-1)?.entry ?? 0;
  const stale = last > 0 && seen.corrections.some((one) => one.entry > last);
  const signed = signatures.some((one) => one.by === mine?.seat && one.entry >= last);
  const zone = seen.meeting.zone ?? "UTC";
  return (
    <Panel title={t("meeting.signatures")}>
      {signatures.length === 0 && <p className="soft">{t("meeting.unsigned")}</p>}
      {signatures.length > 0 && (
        <ol className={classes.list}>
          {signatures.map((one) => (
            <li key={one.entry}>
              <strong>{[one.name, one.credential].filter(Boolean).join(", ")}</strong>
              <span>{t(`meeting.meant.${one.meaning as "facilitated"}`)}</span>
              <span className="soft">{when(one.at, i18n.language, zone)}</span>
            </li>
          ))}
        </ol>
      )}
      {stale && <Tag tone="sun">{t("meeting.stale")}</Tag>}
      {mine && (
        <div>
          <Button
            variant={signatures.length === 0 || stale ? "filled" : "default"}
            onClick={() => setOpen(true)}
          >
            {signed ? t("meeting.signAgain") : t("meeting.sign")}
          </Button>
          <Sign
            session={session}
            mine={mine}
            first={signatures.length === 0}
            open={open}
            close={() => setOpen(false)}
          />
        </div>
      )}
    </Panel>
  );
}

/** What was corrected and why; and, for its facilitators, one more. */
export function Corrections({ session, seen }: Seen) {
  const { t, i18n } = useTranslation();
  const mine = useAssignment(session);
  const [open, setOpen] = useState(false);
  const { corrections, meeting } = seen;
  const zone = meeting.zone ?? "UTC";
  const at = (iso: string | null) =>
    iso ? clockTime(Date.parse(iso), i18n.language, zone) : t("meeting.unknown");
  return (
    <Panel title={t("meeting.corrections")}>
      {corrections.length === 0 && <p className="soft">{t("meeting.uncorrected")}</p>}
      {corrections.length > 0 && (
        <ol className={classes.list}>
          {corrections.map((one) => (
            <li key={one.entry}>
              <strong>
                {one.what === "break"
                  ? t("meeting.correctedBreak", { from: at(one.at), to: at(one.until) })
                  : t(`meeting.corrected.${one.what as "start" | "end"}`, {
                      from: at(one.before),
                      to: at(one.at),
                    })}
              </strong>
              <span>{one.reason}</span>
              <span className="soft">{one.by}</span>
            </li>
          ))}
        </ol>
      )}
      {mine?.facilitates && (
        <div>
          <Button onClick={() => setOpen(true)}>{t("meeting.correct")}</Button>
          <Correct session={session} seen={seen} open={open} close={() => setOpen(false)} />
        </div>
      )}
    </Panel>
  );
}

function when(iso: string | null, language: string, zone: string): string {
  if (iso === null) return "";
  return new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  }).format(Date.parse(iso));
}
