import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { ahead, groups } from "../../api/groups";
import { type Glance, glances } from "../../api/record";
import { Loading } from "../../components/Loading";
import { useMe } from "../../components/Me";
import { Page } from "../../components/Page";
import { usePlace } from "../../components/Place";
import { isDay, later } from "../../words/days";
import { today } from "../../words/wall";
import { may } from "../meeting/reach";
import { Hero } from "./Hero";
import classes from "./Schedule.module.css";
import { Todo } from "./Todo";
import { Week } from "./Week";
import { foremost } from "./week";

const PlanSession = lazy(() => import("../groups/PlanSession"));
const AGAIN_MS = 30_000;
const BACK_DAYS = 30;

/**
 * Home for staff: what is on or next, what waits for a signature, the week. The week comes when
 * what is above it is there: nothing moves away from under the finger.
 */
export default function Schedule() {
  const { t } = useTranslation();
  const me = useMe();
  const next = useNext();
  const past = usePast();
  return (
    <Page
      title={t("schedule.hello", { name: me.preferred_name || me.legal_name })}
      tab={t("nav.schedule")}
      actions={<Plan />}
    >
      <div className={classes.top} data-todo={past.unsigned.length > 0 || undefined}>
        <Hero next={next} />
        {past.unsigned.length > 0 && <Todo sessions={past.unsigned} />}
      </div>
      {next.known && past.known ? <Days glances={past.glances} /> : <Loading lines={4} />}
    </Page>
  );
}

/** The session that is on or next; undefined while it is not known. */
function useNext() {
  const { clinic } = usePlace();
  const since = later(today(clinic.zone), -1);
  const asked = useQuery({
    queryKey: ["sessions", clinic.id, "next", since],
    queryFn: () => ahead(clinic.id, since),
    refetchInterval: AGAIN_MS,
  });
  const found = asked.data && foremost(asked.data.results, Date.now());
  const again = () => void asked.refetch();
  return { session: found, error: asked.error, known: !asked.isPending, again };
}

/** What the records of the last weeks say at a glance, and which of one's own nobody has signed. */
function usePast() {
  const { clinic } = usePlace();
  const since = later(today(clinic.zone), -BACK_DAYS);
  const { data, isPending } = useQuery({
    queryKey: ["attendance", "glances", clinic.id, since],
    queryFn: () => glances({ clinic: clinic.id, since, page_size: 50 }, ["ended"]),
    refetchInterval: 4 * AGAIN_MS,
    retry: false,
  });
  const results = data?.results ?? [];
  const unsigned = results.filter((one) => may(one, "enter") && one.glance?.signed.length === 0);
  const glanced = new Map(results.map((one) => [one.id, one.glance]));
  return { unsigned, glances: glanced, known: !isPending };
}

function Plan() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("schedule.plan")}</Button>
      {open && (
        <Suspense fallback={null}>
          <PlanSession open close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

type DaysProps = { glances: ReadonlyMap<string, Glance | null> };

function Days({ glances: seen }: DaysProps) {
  const { clinic, office } = usePlace();
  const [params, setParams] = useSearchParams();
  const now = today(clinic.zone);
  const chosen = params.get("from") ?? "";
  const from = isDay(chosen) ? chosen : now;
  const group = params.get("group") ?? "";
  const set = (name: string, value: string) => {
    const changed = new URLSearchParams(params);
    if (value) changed.set(name, value);
    else changed.delete(name);
    setParams(changed, { replace: true });
  };
  return (
    <Week
      from={from}
      group={group}
      glances={seen}
      go={(day) => set("from", day === now ? "" : day)}
      filter={office && <ByGroup group={group} choose={(id) => set("group", id)} />}
    />
  );
}

function ByGroup({ group, choose }: { group: string; choose: (id: string) => void }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const { data } = useQuery({
    queryKey: ["groups", clinic.id, false],
    queryFn: () => groups(clinic.id, false),
  });
  const all = data?.results ?? [];
  return (
    <NativeSelect
      aria-label={t("schedule.group")}
      value={group}
      data={[
        { value: "", label: t("schedule.allGroups") },
        ...all.map((one) => ({ value: one.id, label: one.name })),
      ]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}
