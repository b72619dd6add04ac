import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as record from "../../api/record";
import { Empty } from "../../components/Empty";
import { FormDialog } from "../../components/form/Form";
import { Loading } from "../../components/Loading";
import { usePlace } from "../../components/Place";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { clockOf } from "../record/clock";
import classes from "./Audit.module.css";
import { GiveGrant } from "./GiveGrant";
import { type Names, useNames } from "./names";

/** Auditors' access: what is open, what has ended, and giving more. */
export function Grants() {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const queries = useQueryClient();
  const names = useNames();
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<record.Grant | null>(null);
  const listed = useQuery({
    queryKey: ["grants", clinic.id],
    queryFn: () => record.grants(clinic.id),
  });
  const changed = () => queries.invalidateQueries({ queryKey: ["grants", clinic.id] });
  const all = listed.data?.results ?? [];
  const [open, over] = [all.filter(isOpen), all.filter((grant) => !isOpen(grant))];
  return (
    <>
      <div className={classes.top}>
        <p className="soft">{t("audit.grantsLead")}</p>
        <Button variant="filled" onClick={() => setGiving(true)}>
          {t("audit.give")}
        </Button>
      </div>
      {listed.error && <Trouble error={listed.error} again={() => void listed.refetch()} />}
      {listed.isPending && <Loading lines={3} />}
      {listed.data && open.length === 0 && (
        <Empty title={t("audit.none")}>
          <p>{t("audit.noneMeans")}</p>
        </Empty>
      )}
      <ul className={classes.grants}>
        {open.map((grant) => (
          <Grant key={grant.id} grant={grant} names={names} end={() => setEnding(grant)} />
        ))}
      </ul>
      {over.length > 0 && (
        <>
          <p className={classes.heading}>{t("audit.former")}</p>
          <ul className={classes.grants}>
            {over.map((grant) => (
              <Grant key={grant.id} grant={grant} names={names} />
            ))}
          </ul>
        </>
      )}
      {giving && <GiveGrant names={names} close={() => setGiving(false)} given={changed} />}
      {ending && (
        <FormDialog
          open
          care
          title={t("audit.revokeTitle")}
          go={t("audit.revokeGo")}
          close={() => setEnding(null)}
          done={() => setEnding(null)}
          act={() => record.revoke(clinic.id, ending.id).then(changed)}
        >
          <p>
            {t("audit.revokeMeans", {
              name: names.byCode.get(ending.auditor) ?? t("audit.auditor"),
            })}
          </p>
        </FormDialog>
      )}
    </>
  );
}

function isOpen(grant: record.Grant): boolean {
  return grant.revoked_at === null && Date.parse(grant.expires_at) > Date.now();
}

function Grant({ grant, names, end }: { grant: record.Grant; names: Names; end?: () => void }) {
  const { t, i18n } = useTranslation();
  const { clinic } = usePlace();
  const clock = clockOf(clinic.zone, i18n.language);
  const dates = clockOf("UTC", i18n.language);
  const day = (date: string) => dates.day(Date.parse(`${date}T00:00:00Z`));
  const named = grant.people.map((id) => names.byId.get(id)).filter((one) => one !== undefined);
  return (
    <li className={classes.grant} data-over={end === undefined || undefined}>
      <div>
        <h2>{grant.purpose}</h2>
        <p>{names.byCode.get(grant.auditor) ?? t("audit.auditor")}</p>
      </div>
      {end ? <Button onClick={end}>{t("audit.revoke")}</Button> : <Ended grant={grant} />}
      <ul>
        <li>{t("audit.covers", { since: day(grant.starts), until: day(grant.ends) })}</li>
        {end && <li>{t("audit.untilDay", { at: clock.moment(Date.parse(grant.expires_at)) })}</li>}
        <li>
          {grant.everyone
            ? t("records.grantEveryone")
            : t("records.grantNamed", { count: grant.people.length })}
          {named.length > 0 && `: ${clock.list(named)}`}
        </li>
      </ul>
    </li>
  );
}

function Ended({ grant }: { grant: record.Grant }) {
  const { t, i18n } = useTranslation();
  const { clinic } = usePlace();
  const clock = clockOf(clinic.zone, i18n.language);
  const at = clock.moment(Date.parse(grant.revoked_at ?? grant.expires_at));
  return <Tag>{t(grant.revoked_at ? "audit.revoked" : "audit.expired", { at })}</Tag>;
}
