import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useInViewport } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as record from "../../api/record";
import { Empty } from "../../components/Empty";
import { Loading } from "../../components/Loading";
import { Pager } from "../../components/Pager";
import { Panel } from "../../components/Panel";
import table from "../../components/Table.module.css";
import { Trouble } from "../../components/Trouble";
import type { Clock } from "./clock";
import classes from "./Entries.module.css";
import { isKind, kindsOf, TOPIC, TOPICS, type Topic } from "./kinds";
import { actorOf, said } from "./sentence";
import { momentOn } from "./wall";

const SIZE = 50;

type Filter = {
  readonly topic: Topic | "";
  readonly row: number | null;
  readonly since: string;
  readonly until: string;
};

const NO_FILTER: Filter = { topic: "", row: null, since: "", until: "" };

/** Every entry of the ledger in plain words, narrowed as the reader likes. */
export function Entries({
  session,
  attendance,
  clock,
  only,
  showAll,
}: {
  session: string;
  attendance: record.Attendance;
  clock: Clock;
  /** One entry that somebody wants to see. */
  only: number | null;
  showAll: () => void;
}) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(NO_FILTER);
  const [page, setPage] = useState(1);
  const { ref, reached, reach } = useReached();
  const wanted = only === null ? wantedBy(filter, attendance) : { entries: [only] };
  const listed = useQuery({
    queryKey: ["record", session, "ledger", wanted, page],
    queryFn: () => record.entries(session, wanted, page, SIZE),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    enabled: reached || only !== null,
  });
  function narrow(more: Partial<Filter>) {
    reach(true);
    setFilter({ ...filter, ...more });
    setPage(1);
    showAll();
  }
  const narrowed = only !== null || JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  const count = listed.data?.count;
  return (
    <Panel
      title={t("record.entries.title")}
      aside={
        <span className="soft tabular" role="status">
          {count !== undefined && t("record.entries.count", { count })}
        </span>
      }
    >
      <p className="soft">{t("record.entries.lead")}</p>
      <div ref={ref} className={classes.filters}>
        <NativeSelect
          label={t("record.entries.topic")}
          value={filter.topic}
          onChange={(event) => narrow({ topic: event.currentTarget.value as Topic | "" })}
          data={[
            { value: "", label: t("record.entries.anyTopic") },
            ...TOPICS.map((topic) => ({ value: topic, label: t(`record.topic.${topic}`) })),
          ]}
        />
        <NativeSelect
          label={t("record.entries.person")}
          value={filter.row ?? ""}
          onChange={(event) => narrow({ row: Number(event.currentTarget.value) || null })}
          data={[
            { value: "", label: t("record.entries.anyPerson") },
            ...attendance.people.map((person) => ({
              value: String(person.row),
              label: person.person ?? "",
            })),
          ]}
        />
        <TextInput
          type="time"
          label={t("record.entries.since")}
          value={filter.since}
          onChange={(event) => narrow({ since: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t("record.entries.until")}
          value={filter.until}
          onChange={(event) => narrow({ until: event.currentTarget.value })}
        />
        {narrowed && (
          <Button
            className={classes.clear}
            onClick={() => {
              narrow(NO_FILTER);
            }}
          >
            {t("record.entries.clear")}
          </Button>
        )}
      </div>
      {only !== null && <p role="status">{t("record.entries.only", { entry: only })}</p>}
      {listed.error && <Trouble error={listed.error} again={() => void listed.refetch()} />}
      {listed.isPending && <Loading lines={5} />}
      {listed.data && listed.data.results.length === 0 && (
        <Empty title={t("record.entries.none")} />
      )}
      {listed.data && listed.data.results.length > 0 && (
        <table className={`${table.table} ${classes.table}`} aria-busy={listed.isFetching}>
          <caption className="heard-only">{t("record.entries.title")}</caption>
          <thead>
            <tr>
              <th scope="col" data-number>
                {t("record.entries.entry")}
              </th>
              <th scope="col" data-number>
                {t("record.entries.at")}
              </th>
              <th scope="col">{t("record.entries.what")}</th>
              <th scope="col">{t("record.entries.actor")}</th>
              <th scope="col">
                <span className="heard-only">{t("record.entries.more")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.data.results.map((entry) => (
              <Row key={entry.entry} entry={entry} clock={clock} lit={entry.entry === only} />
            ))}
          </tbody>
        </table>
      )}
      {listed.data && <Pager page={page} size={SIZE} count={listed.data.count} go={setPage} />}
    </Panel>
  );
}

/** Whether the reader has come here: what is never in view is no look at it. */
function useReached() {
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const [reached, reach] = useState(false);
  if (inViewport && !reached) reach(true);
  return { ref, reached, reach };
}

function wantedBy(filter: Filter, attendance: record.Attendance): record.Wanted {
  const { meeting } = attendance;
  return {
    kinds: filter.topic ? kindsOf(filter.topic) : [],
    row: filter.row ?? undefined,
    since: momentOn(meeting, filter.since),
    until: momentOn(meeting, filter.until),
  };
}

function Row({ entry, clock, lit }: { entry: record.Entry; clock: Clock; lit: boolean }) {
  const { t } = useTranslation();
  const { sentence, notes } = said(entry, t, clock);
  const topic = isKind(entry.kind) ? TOPIC[entry.kind] : undefined;
  return (
    <tr data-chosen={lit || undefined} data-topic={topic}>
      <td data-name={t("record.entries.entry")} data-number className="soft">
        {entry.entry}
      </td>
      <td data-name={t("record.entries.at")} data-number>
        {clock.exact(Date.parse(entry.at ?? ""))}
      </td>
      <td className={classes.what}>
        {sentence} {notes.length > 0 && <span className="soft">{notes.join(" · ")}</span>}
        {entry.sealed && (
          <span className={classes.sealed}>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <rect x="1.5" y="5" width="9" height="6" rx="1.5" />
              <path d="M3.5 5V3.5a2.5 2.5 0 0 1 5 0V5" />
            </svg>
            {t("record.entries.sealed")}
          </span>
        )}
      </td>
      <td data-name={t("record.entries.actor")} className={`soft ${classes.by}`}>
        {actorOf(entry, t)}
      </td>
      <td className={classes.more}>
        <details>
          <summary>
            {t("record.entries.more")}
            <span className="heard-only"> {t("record.entries.rawOf", { entry: entry.entry })}</span>
          </summary>
          <div className={classes.raw}>
            <pre>{JSON.stringify({ kind: entry.kind, ...entry.event }, null, 1)}</pre>
            <p>
              <span className="soft">{t("record.entries.hash")}</span> <code>{entry.hash}</code>
            </p>
          </div>
        </details>
      </td>
    </tr>
  );
}
