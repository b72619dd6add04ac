import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Problem } from "../../api/http";
import { type Attended, attendance, members } from "../../api/meeting";
import { glances } from "../../api/record";
import type { Session } from "../../api/sessions";
import { StatusTag } from "../../components/AttendanceTable";
import { Empty } from "../../components/Empty";
import { Loading } from "../../components/Loading";
import { Panel } from "../../components/Panel";
import { Trouble } from "../../components/Trouble";
import { dayName } from "../../words/wall";
import classes from "./Meeting.module.css";
import { may } from "./reach";

/** Who is enrolled, by alias and name, and how each attended the last time. */
export function Expected({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const people = useQuery({
    queryKey: ["members", session.group.id],
    queryFn: () => members(session.group.id),
  });
  const last = useLast(session);
  const { data, error, isPending } = people;
  const hidden = error instanceof Problem && (error.status === 403 || error.status === 404);
  const aside = last && (
    <span className="soft">
      {t("meeting.lastTime", { day: dayName(last.session.planned_date, i18n.language) })}
    </span>
  );
  const title = data ? t("meeting.expectedOf", { count: data.length }) : t("meeting.expected");
  return (
    <Panel title={title} aside={aside}>
      {isPending && <Loading lines={5} />}
      {hidden && <p className="soft">{t("meeting.membersHidden")}</p>}
      {error && !hidden && <Trouble error={error} again={() => void people.refetch()} />}
      {data?.length === 0 && <Empty title={t("meeting.noMembers")} />}
      <ul className={classes.list}>
        {data?.map((one) => (
          <li key={one.seat}>
            <span className={classes.who}>
              <strong>{one.alias || one.name}</strong>
              {one.alias && one.alias !== one.name && (
                <span className={classes.note}>{one.name}</span>
              )}
            </span>
            <Before one={last?.people.get(one.seat)} known={last !== null} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Before({ one, known }: { one: Attended | undefined; known: boolean }) {
  const { t } = useTranslation();
  if (!known) return null;
  if (!one) return <span className="soft">{t("meeting.newHere")}</span>;
  return (
    <span className={classes.last}>
      {one.credited_min > 0 && (
        <span className={classes.note}>{t("attended.min", { count: one.credited_min })}</span>
      )}
      <StatusTag status={one.status} />
    </span>
  );
}

/** The session of the group before this one that was held, as far as this person may read it. */
function useLast(session: Session) {
  const { data } = useQuery({
    queryKey: ["attendance", "last", session.id],
    queryFn: () => readLast(session),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data ?? null;
}

async function readLast(session: Session) {
  const wanted = {
    clinic: session.clinic,
    group: session.group.id,
    until: session.planned_date,
    page_size: 5,
  };
  const { results } = await glances(wanted, ["ended"]);
  const before = results.find(
    (one) => one.id !== session.id && Date.parse(one.starts_at) < Date.parse(session.starts_at),
  );
  if (before === undefined || !may(before, "see_attendance")) return null;
  const { people } = await attendance(before.id);
  return { session: before, people: new Map(people.map((one) => [one.seat, one])) };
}
