import { NativeSelect, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import * as record from "../../api/record";
import { Empty } from "../../components/Empty";
import { Loading } from "../../components/Loading";
import { Pager } from "../../components/Pager";
import { usePlace } from "../../components/Place";
import table from "../../components/Table.module.css";
import { Trouble } from "../../components/Trouble";
import { type Clock, clockOf } from "../record/clock";
import { dayAfter, startOf } from "../record/days";
import classes from "./Audit.module.css";
import { called, type Names, useActor, useNames } from "./names";

const SIZE = 50;
const KINDS = [
  ...(["attendance", "attendances", "ledger", "verification", "members", "people"] as const),
  ...(["person", "card", "sign-in code", "grants"] as const),
];
const OF_SESSIONS = ["attendance", "ledger", "verification"];
const OF_PEOPLE = ["person", "card", "sign-in code", "attendances"];
const STAFF = ["facilitator", "supervisor", "administrator", "auditor"];

const NO_FILTER = { kind: "", actor: "", since: "", until: "" };

/** Who looked at what, when and why, the newest look first. */
export function Looks() {
  const { t, i18n } = useTranslation();
  const { clinic, office } = usePlace();
  const names = useNames();
  const actor = useActor();
  const [filter, setFilter] = useState(NO_FILTER);
  const [page, setPage] = useState(1);
  const clock = clockOf(clinic.zone, i18n.language);
  const values = {
    clinic: clinic.id,
    kind: filter.kind,
    actor: filter.actor,
    after: filter.since && startOf(filter.since, clinic.zone),
    before: filter.until && startOf(dayAfter(filter.until), clinic.zone),
    page,
    page_size: SIZE,
  };
  const listed = useQuery({
    queryKey: ["looks", values],
    queryFn: () => record.looks(values),
    placeholderData: keepPreviousData,
  });
  function narrow(more: Partial<typeof NO_FILTER>) {
    setFilter({ ...filter, ...more });
    setPage(1);
  }
  return (
    <>
      <search className={classes.filters}>
        <NativeSelect
          label={t("audit.filterKind")}
          value={filter.kind}
          onChange={(event) => narrow({ kind: event.currentTarget.value })}
          data={[
            { value: "", label: t("audit.anyKind") },
            ...KINDS.map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) })),
          ]}
        />
        {office && (
          <NativeSelect
            label={t("audit.who")}
            value={filter.actor}
            onChange={(event) => narrow({ actor: event.currentTarget.value })}
            data={[{ value: "", label: t("audit.anyone") }, ...staffOf(names)]}
          />
        )}
        {(["since", "until"] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={t(name === "since" ? "audit.after" : "audit.before")}
            value={filter[name]}
            onChange={(event) => narrow({ [name]: event.currentTarget.value })}
          />
        ))}
      </search>
      <p className="soft tabular" role="status">
        {listed.data && t("audit.looks", { count: listed.data.count })}
      </p>
      {listed.error && <Trouble error={listed.error} again={() => void listed.refetch()} />}
      {listed.isPending && <Loading lines={6} />}
      {listed.data?.count === 0 && <Empty title={t("audit.noLooks")} />}
      {listed.data && listed.data.count > 0 && (
        <div className={classes.card}>
          <table className={table.table} aria-busy={listed.isPlaceholderData}>
            <caption className="heard-only">{t("audit.log")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("audit.at")}</th>
                <th scope="col">{t("audit.who")}</th>
                <th scope="col">{t("audit.what")}</th>
                <th scope="col">{t("audit.why")}</th>
              </tr>
            </thead>
            <tbody>
              {listed.data.results.map((look) => (
                <tr key={look.id}>
                  <td data-name={t("audit.at")} className={classes.at}>
                    {clock.moment(Date.parse(look.at ?? ""))}
                  </td>
                  <td data-name={t("audit.who")}>{actor(look)}</td>
                  <td data-name={t("audit.what")}>
                    <What look={look} names={names} clock={clock} />
                  </td>
                  <td data-name={t("audit.why")}>
                    <Why purpose={look.purpose} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {listed.data && <Pager page={page} size={SIZE} count={listed.data.count} go={setPage} />}
    </>
  );
}

function staffOf(names: Names): readonly { readonly value: string; readonly label: string }[] {
  return names.all.flatMap((person) =>
    person.memberships
      .filter((held) => STAFF.includes(held.role))
      .map((held) => ({ value: held.code, label: called(person) })),
  );
}

function What({ look, names, clock }: { look: record.Look; names: Names; clock: Clock }) {
  const { t } = useTranslation();
  const words: Readonly<Record<string, string>> = t("audit.kind", { returnObjects: true });
  const said = words[look.kind] ?? t("audit.kind.other", { kind: look.kind });
  const id = look.object_id ?? "";
  return (
    <span className={classes.what}>
      <span>{said}</span>
      {id !== "" && OF_SESSIONS.includes(look.kind) && <OfSession id={id} clock={clock} />}
      {id !== "" && OF_PEOPLE.includes(look.kind) && names.byId.has(id) && (
        <Link to={`/people/${id}`}>{names.byId.get(id)}</Link>
      )}
      {id !== "" && look.kind === "members" && (
        <Link to={`/groups/${id}`}>{t("audit.openGroup")}</Link>
      )}
    </span>
  );
}

/** The session that somebody looked at; nothing where the reader may not know it. */
function OfSession({ id, clock }: { id: string; clock: Clock }) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ["session", id],
    queryFn: () => record.session(id),
    staleTime: 300_000,
    retry: false,
  });
  if (found.data === undefined) return null;
  const day = clock.day(Date.parse(found.data.starts_at));
  return (
    <Link to={`/sessions/${id}/record`}>
      {t("audit.openSession", { group: found.data.group.name, day })}
    </Link>
  );
}

function Why({ purpose }: { purpose: string }) {
  const { t } = useTranslation();
  if (purpose === "care" || purpose === "operations") return t(`audit.purposes.${purpose}`);
  return purpose;
}
