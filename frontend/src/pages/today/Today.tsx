import { Badge, Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import * as account from "../../api/account";
import { around, type Session } from "../../api/sessions";
import { Sheet } from "../../components/Sheet";
import { Trouble } from "../../components/Trouble";
import { Wordmark } from "../../components/Wordmark";
import { clockTime, day } from "../../words/time";
import { AgreementDialog } from "../Agreement";
import { useMe } from "../SignedIn";
import classes from "./Today.module.css";

const ENTER = ["team", "staff", "participant", "guest"];

/** The groups around today, and what is still to do before them. */
export function Today() {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const clinics = [...new Set(me.memberships.map((one) => one.clinic.id))];
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["sessions", clinics],
    queryFn: () => around(Date.now(), clinics),
    refetchInterval: 30_000,
  });
  const out = () => account.signOut().then(() => queries.resetQueries());
  return (
    <Sheet
      top={
        <div className={classes.bar}>
          <Wordmark />
          <Button variant="subtle" onClick={() => void out()}>
            {t("signIn.out")}
          </Button>
        </div>
      }
      title={t("today.title", { name: me.preferred_name || me.legal_name })}
    >
      <Unsigned agreements={me.unsigned} />
      <section className={classes.list} aria-label={t("today.sessions")}>
        {isPending && <p className="soft">{t("app.loading")}</p>}
        {error && <Trouble error={error} again={() => void refetch()} />}
        {data?.length === 0 && (
          <div className={classes.none}>
            <p>{t("today.none")}</p>
            <p className="soft">{t("today.noneHint")}</p>
          </div>
        )}
        {data?.map((session) => (
          <Card key={session.id} session={session} />
        ))}
      </section>
    </Sheet>
  );
}

function Unsigned({ agreements }: { agreements: readonly account.Agreement[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<account.Agreement | null>(null);
  if (agreements.length === 0) return null;
  return (
    <section className={classes.todo} aria-label={t("today.agreements")}>
      <h2>{t("today.agreements")}</h2>
      {agreements.map((one) => (
        <div key={one.id} className={classes.row}>
          <p>{t("today.toSign", { title: one.title })}</p>
          <Button onClick={() => setOpen(one)}>{t("today.read")}</Button>
        </div>
      ))}
      <AgreementDialog agreement={open} close={() => setOpen(null)} />
    </section>
  );
}

const OVER = ["ended", "not_held", "cancelled"];

function Card({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const [from, to] = [Date.parse(session.starts_at), Date.parse(session.ends_at)];
  const over = OVER.includes(session.phase);
  const open = !over && session.phase !== "scheduled";
  const enter = session.reach.some((reach) => ENTER.includes(reach));
  const when = t("today.at", {
    day: useDay(from),
    from: clockTime(from, i18n.language),
    to: clockTime(to, i18n.language),
  });
  return (
    <article className={classes.card} data-over={over || undefined}>
      <div className={classes.head}>
        <h2>{session.group.name}</h2>
        <Badge
          variant="light"
          color={open ? "pine" : "sun"}
          className={classes.badge}
          data-open={open}
        >
          {t(`phase.${session.phase}`)}
        </Badge>
      </div>
      <p className="soft tabular">{when}</p>
      {session.topic && <p>{session.topic}</p>}
      {enter && !over && (
        <Button component={Link} to={`/rooms/${session.id}`} variant={open ? "filled" : "default"}>
          {open ? t("today.enter") : t("today.look")}
        </Button>
      )}
    </article>
  );
}

function useDay(ms: number): string {
  const { t, i18n } = useTranslation();
  const midnight = new Date().setHours(0, 0, 0, 0);
  const days = Math.floor((new Date(ms).setHours(0, 0, 0, 0) - midnight) / 86_400_000 + 0.5);
  if (days === 0) return t("today.today");
  if (days === 1) return t("today.tomorrow");
  return days === -1 ? t("today.yesterday") : day(ms, i18n.language);
}
