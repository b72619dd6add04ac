import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as api from "../../api/groups";
import type { Session } from "../../api/sessions";
import { Dialog } from "../../components/Dialog";
import { Empty } from "../../components/Empty";
import { Choice, Field, Pair } from "../../components/form/Fields";
import { Form } from "../../components/form/Form";
import { typed } from "../../components/form/wrong";
import { Loading } from "../../components/Loading";
import { usePlace } from "../../components/Place";
import { Trouble } from "../../components/Trouble";
import { type Day, later } from "../../words/days";
import { today, zoneName } from "../../words/wall";
import { sessionsChanged } from "./changed";

type What = {
  /** The group it is for; without one, it is chosen in the dialog. */
  group?: string;
  /** The session whose plan is changed; without one, a new one is planned. */
  session?: Session;
  close: () => void;
  /** It is planned, or changed. */
  done?: () => void;
};

/** A session to plan, or a plan to change. */
export default function PlanSession({ open, ...what }: What & { open: boolean }) {
  const { t } = useTranslation();
  const title = what.session ? t("plan.changeTitle") : t("plan.title");
  return (
    <Dialog keep title={title} open={open} close={what.close}>
      {what.session ? <Change {...what} session={what.session} /> : <New {...what} />}
    </Dialog>
  );
}

function Change({ session, close, done }: What & { session: Session }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return (
    <Form
      act={(form) =>
        api.replan(session.id, { ...timing(form), planned_date: typed(form, "planned_date") })
      }
      done={() => {
        sessionsChanged(queries);
        close();
        done?.();
      }}
      go={t("plan.changeGo")}
      back={close}
    >
      <p className="soft">{t("plan.changeLead", { group: session.group.name })}</p>
      <Field
        name="planned_date"
        label={t("plan.date")}
        type="date"
        required
        defaultValue={session.planned_date}
        data-autofocus
      />
      <Timing like={session} zone={session.zone} />
    </Form>
  );
}

function New({ group, close, done }: What) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const queries = useQueryClient();
  const { groups, ahead, error, again } = usePlanned(clinic.id, clinic.zone);
  if (error) return <Trouble error={error} again={again} />;
  if (!groups || !ahead) return <Loading />;
  const mine = groups.filter(api.holds);
  if (mine.length === 0) return <Empty title={t("plan.noGroup")}>{t("plan.noGroupHint")}</Empty>;
  const last = ahead.findLast((one) => one.group.id === (group ?? mine[0]?.id));
  return (
    <Form
      act={(form) =>
        api.plan({
          group: group ?? typed(form, "group"),
          planned_date: typed(form, "planned_date"),
          ...timing(form),
        })
      }
      done={() => {
        sessionsChanged(queries);
        close();
        done?.();
      }}
      go={t("plan.go")}
      back={close}
    >
      {group === undefined && (
        <Choice
          name="group"
          label={t("plan.group")}
          data={mine.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <Field
        name="planned_date"
        label={t("plan.date")}
        type="date"
        required
        min={today(clinic.zone)}
        defaultValue={following(last, today(clinic.zone))}
        data-autofocus
      />
      <Timing like={last && { ...last, topic: "" }} zone={clinic.zone} />
    </Form>
  );
}

/** The groups one may plan for, and what is planned already. */
function usePlanned(clinic: string, zone: string) {
  const since = today(zone);
  const groups = useQuery({
    queryKey: ["groups", clinic, false],
    queryFn: () => api.groups(clinic, false),
  });
  const ahead = useQuery({
    queryKey: ["sessions", clinic, "ahead", since],
    queryFn: () => api.ahead(clinic, since),
  });
  const again = () => {
    void groups.refetch();
    void ahead.refetch();
  };
  const error = groups.error ?? ahead.error;
  return { groups: groups.data?.results, ahead: ahead.data?.results, error, again };
}

/** A week after the last that is planned. */
function following(last: Session | undefined, now: Day): Day {
  return last ? later(last.planned_date, 7) : now;
}

/** Start, length, place and topic; those of another session to begin with. */
export function Timing({ like, zone }: { like: Session | undefined; zone: string }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Pair>
        <Field
          name="planned_start"
          label={t("plan.start")}
          type="time"
          required
          defaultValue={like?.planned_start.slice(0, 5) ?? "18:00"}
        />
        <Field
          name="length_min"
          label={t("plan.length")}
          type="number"
          inputMode="numeric"
          required
          min={5}
          max={720}
          defaultValue={like?.length_min ?? 90}
        />
      </Pair>
      <p className="soft">{t("plan.zone", { zone: zoneName(zone, i18n.language) })}</p>
      <Choice
        name="modality"
        label={t("plan.modality")}
        defaultValue={like?.modality ?? "online"}
        data={api.MODALITIES.map((one) => ({ value: one, label: t(`modality.${one}`) }))}
      />
      <Field
        name="topic"
        label={t("plan.topic")}
        help={t("plan.topicHelp")}
        maxLength={200}
        defaultValue={like?.topic ?? ""}
      />
    </>
  );
}

/** What was filled in under Timing. */
export function timing(form: FormData) {
  return {
    planned_start: typed(form, "planned_start"),
    length_min: Number(typed(form, "length_min")),
    modality: typed(form, "modality") as api.Modality,
    topic: typed(form, "topic"),
  };
}
