import { Button, NativeSelect, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import * as record from "../../api/record";
import { Empty } from "../../components/Empty";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { Pager } from "../../components/Pager";
import { usePlace } from "../../components/Place";
import { Trouble } from "../../components/Trouble";
import { Nothing } from "../Nothing";
import { GroupChoice, PersonChoice } from "./Choices";
import { type Days, daysOf, PRESETS, today } from "./days";
import { Purpose } from "./Purpose";
import { isNothing } from "./reading";
import classes from "./Sessions.module.css";
import { SessionTable } from "./SessionTable";
import { STATES, type State } from "./states";

const SIZE = 20;

/** Every session that the reader may see, the newest first, with its attendance at a glance. */
export default function Sessions() {
  const { t } = useTranslation();
  const { clinic, roles, office } = usePlace();
  const [chosen, choose] = useSearchParams();
  const audits = roles.has("auditor") && !office;
  const said = (name: string) => chosen.get(name) ?? "";
  const state: State = Object.hasOwn(STATES, said("state")) ? (said("state") as State) : "begun";
  const preset = PRESETS.find((one) => one === said("days")) ?? "all";
  const days: Days =
    preset === "own"
      ? { since: said("since"), until: said("until") }
      : daysOf(preset, today(clinic.zone));
  const page = Math.max(1, Number(said("page")) || 1);
  const values = {
    clinic: clinic.id,
    ...days,
    group: said("group"),
    person: said("person"),
    page,
    page_size: SIZE,
  };
  const listed = useQuery({
    queryKey: ["glances", values, state],
    queryFn: () => record.glances(values, STATES[state]),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  function narrow(more: Readonly<Record<string, string>>) {
    const next = new URLSearchParams(chosen);
    for (const [name, value] of Object.entries({ page: "", ...more }))
      value ? next.set(name, value) : next.delete(name);
    choose(next, { replace: true });
  }
  if (isNothing(listed.error)) return <Nothing />;
  const narrowed = ["group", "person", "days", "state"].some((name) => said(name));
  const count = listed.data?.count ?? 0;
  return (
    <Page title={t("records.title")} lead={t("records.lead")}>
      {audits && listed.data && <Purpose />}
      <search className={classes.filters}>
        {!audits && <GroupChoice value={said("group")} choose={(group) => narrow({ group })} />}
        <NativeSelect
          label={t("records.days")}
          value={preset}
          onChange={(event) => narrow({ days: dropped(event.currentTarget.value, "all") })}
          data={PRESETS.map((one) => ({ value: one, label: t(`records.day.${one}`) }))}
        />
        {preset === "own" &&
          (["since", "until"] as const).map((name) => (
            <TextInput
              key={name}
              type="date"
              label={t(`records.${name}`)}
              value={said(name)}
              onChange={(event) => narrow({ [name]: event.currentTarget.value })}
            />
          ))}
        <NativeSelect
          label={t("records.phase")}
          value={state}
          onChange={(event) => narrow({ state: dropped(event.currentTarget.value, "begun") })}
          data={Object.keys(STATES).map((one) => ({
            value: one,
            label: t(`records.phases.${one as State}`),
          }))}
        />
        {office && <PersonChoice id={said("person")} choose={(person) => narrow({ person })} />}
      </search>
      <div className={classes.count}>
        <p className="soft tabular" role="status">
          {listed.data && t("records.found", { count })}
        </p>
        {narrowed && <Button onClick={() => choose({})}>{t("records.clear")}</Button>}
      </div>
      {listed.error && <Trouble error={listed.error} again={() => void listed.refetch()} />}
      {listed.isPending && <Loading lines={6} />}
      {listed.data && count === 0 && <NoneFound narrowed={narrowed} audits={audits} />}
      {listed.data && count > 0 && (
        <SessionTable
          sessions={listed.data.results}
          busy={listed.isPlaceholderData}
          person={said("person")}
        />
      )}
      {listed.data && (
        <Pager
          page={page}
          size={SIZE}
          count={count}
          go={(next) => narrow({ page: dropped(String(next), "1") })}
        />
      )}
    </Page>
  );
}

/** What stands in the address: nothing for what is so anyway. */
function dropped(value: string, usual: string): string {
  return value === usual ? "" : value;
}

function NoneFound({ narrowed, audits }: { narrowed: boolean; audits: boolean }) {
  const { t } = useTranslation();
  if (narrowed)
    return (
      <Empty title={t("records.none")}>
        <p>{t("records.noneMeans")}</p>
      </Empty>
    );
  return (
    <Empty title={t(audits ? "records.noGrant" : "records.nothing")}>
      <p>{t(audits ? "records.noGrantMeans" : "records.nothingMeans")}</p>
    </Empty>
  );
}
