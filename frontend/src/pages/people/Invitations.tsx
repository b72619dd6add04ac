import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "../../api/people";
import { Ask } from "../../components/Ask";
import { Empty } from "../../components/Empty";
import { Loading } from "../../components/Loading";
import { Pager } from "../../components/Pager";
import { Panel } from "../../components/Panel";
import { usePlace } from "../../components/Place";
import table from "../../components/Table.module.css";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { dateOf } from "../../words/wall";
import classes from "./Invitations.module.css";

/** Who is invited, and what became of earlier invitations. */
export function Invitations({ say }: { say: (sentence: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Panel title={t("invitations.open")}>
        <Some open say={say} />
      </Panel>
      <Panel title={t("invitations.past")}>
        <Some say={say} />
      </Panel>
    </>
  );
}

function Some({ open = false, say }: { open?: boolean; say: (sentence: string) => void }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const [page, go] = useState(1);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["invitations", clinic.id, open, page],
    queryFn: () => api.invitations(clinic.id, open, page),
  });
  return (
    <>
      {isPending && <Loading lines={2} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      {data?.count === 0 &&
        (open ? (
          <Empty title={t("invitations.none")}>{t("invitations.noneHint")}</Empty>
        ) : (
          <p className="soft">{t("invitations.pastNone")}</p>
        ))}
      {data && data.count > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t("invitations.whom")}</th>
              <th scope="col">{t("invitations.role")}</th>
              <th scope="col">{t("invitations.made")}</th>
              <th scope="col">{open ? t("invitations.until") : t("invitations.became")}</th>
              {open && (
                <th scope="col">
                  <span className="heard-only">{t("invitations.revoke")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {data.results.map((one) => (
              <Row key={one.id} invitation={one} open={open} say={say} />
            ))}
          </tbody>
        </table>
      )}
      <Pager page={page} size={50} count={data?.count ?? 0} go={go} />
    </>
  );
}

function Row({
  invitation,
  open,
  say,
}: {
  invitation: api.Invitation;
  open: boolean;
  say: (sentence: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const { clinic } = usePlace();
  const queries = useQueryClient();
  const [asking, ask] = useState(false);
  const whom = invitation.email || t("invitations.byLink");
  async function revoke() {
    await api.revoke(clinic.id, invitation.id);
    void queries.invalidateQueries({ queryKey: ["invitations"] });
    say(t("invitations.revoked"));
  }
  return (
    <tr>
      <th scope="row" className={classes.whom}>
        {whom}
      </th>
      <td data-name={t("invitations.role")}>
        <Tag>{t(`roles.${invitation.role}`)}</Tag>
      </td>
      <td data-name={t("invitations.made")}>{dateOf(invitation.created, i18n.language)}</td>
      <td data-name={open ? t("invitations.until") : t("invitations.became")}>
        {open ? dateOf(invitation.expires_at, i18n.language) : <Became invitation={invitation} />}
      </td>
      {open && (
        <td className={classes.act}>
          <Button aria-label={t("invitations.revokeOf", { whom })} onClick={() => ask(true)}>
            {t("invitations.revoke")}
          </Button>
          <Ask
            title={t("invitations.revokeTitle")}
            open={asking}
            close={() => ask(false)}
            act={revoke}
            go={t("invitations.revoke")}
            care
          >
            <p>{t("invitations.revokeLead", { whom })}</p>
          </Ask>
        </td>
      )}
    </tr>
  );
}

function Became({ invitation }: { invitation: api.Invitation }) {
  const { t, i18n } = useTranslation();
  const { accepted_at, revoked_at, expires_at } = invitation;
  if (accepted_at)
    return (
      <Tag tone="pine">
        {t("invitations.accepted", { day: dateOf(accepted_at, i18n.language) })}
      </Tag>
    );
  if (revoked_at)
    return <Tag>{t("invitations.wasRevoked", { day: dateOf(revoked_at, i18n.language) })}</Tag>;
  return (
    <Tag tone="sun">{t("invitations.ranOut", { day: dateOf(expires_at, i18n.language) })}</Tag>
  );
}
