import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { Problem } from "../../api/http";
import * as api from "../../api/people";
import { Ask } from "../../components/Ask";
import { Loading } from "../../components/Loading";
import { useMe } from "../../components/Me";
import { Page } from "../../components/Page";
import { Panel } from "../../components/Panel";
import { usePlace } from "../../components/Place";
import { Said } from "../../components/Said";
import { Trouble } from "../../components/Trouble";
import { Nothing } from "../Nothing";
import { Belongs } from "./Belongs";
import { usePersonChanged } from "./changed";
import { Facts } from "./Facts";
import { IssueCode } from "./IssueCode";
import classes from "./Person.module.css";
import { Roles } from "./Roles";
import { RoleTags } from "./RoleTags";

const PASSWORDLESS: readonly api.Role[] = ["participant", "guest"];

/** One person of the clinic, for its office. */
export default function Person() {
  const { person = "" } = useParams();
  const { office } = usePlace();
  return office ? <Known key={person} id={person} /> : <Nothing />;
}

function Known({ id }: { id: string }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["person", clinic.id, id],
    queryFn: () => api.person(clinic.id, id),
  });
  if (error instanceof Problem && [403, 404].includes(error.status)) return <Nothing />;
  const up = { to: "/people", name: t("people.title") };
  if (isPending || error)
    return (
      <Page title={t("person.one")} up={up}>
        {isPending && <Loading />}
        {error && <Trouble error={error} again={() => void refetch()} />}
      </Page>
    );
  return <Shown person={data} />;
}

function Shown({ person }: { person: api.Person }) {
  const { t } = useTranslation();
  const me = useMe();
  const { roles } = usePlace();
  const [coding, issue] = useState(false);
  const [said, say] = useState("");
  const administers = roles.has("administrator");
  const held = person.memberships.filter((one) => one.active).map((one) => one.role);
  // The same three conditions as on the server: whoever has a code could sign in with it.
  const codes =
    person.managed && held.length > 0 && held.every((one) => PASSWORDLESS.includes(one));
  return (
    <Page
      title={person.name || t("people.nameless")}
      tab={t("person.one")}
      up={{ to: "/people", name: t("people.title") }}
      lead={<RoleTags person={person} />}
      actions={
        <>
          <Button component={Link} to={`/sessions?person=${person.id}`}>
            {t("person.sessions")}
          </Button>
          {codes && (
            <Button variant="filled" onClick={() => issue(true)}>
              {t("person.code")}
            </Button>
          )}
        </>
      }
    >
      <Said>{said}</Said>
      {!person.managed && held.length > 0 && <p className="soft">{t("person.keepsOwn")}</p>}
      <div className={classes.columns}>
        <div className={classes.column}>
          <Facts person={person} edits={administers && person.managed} say={say} />
        </div>
        <div className={classes.column}>
          <Roles person={person} edits={administers} self={person.id === me.id} say={say} />
          {held.length > 0 && <Belongs person={person} say={say} />}
          {administers && held.length > 0 && person.id !== me.id && (
            <Deactivate person={person} say={say} />
          )}
        </div>
      </div>
      <IssueCode person={person} open={coding} close={() => issue(false)} />
    </Page>
  );
}

function Deactivate({ person, say }: { person: api.Person; say: (sentence: string) => void }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const [asking, ask] = useState(false);
  const changed = usePersonChanged();
  async function act() {
    changed(await api.deactivate(clinic.id, person.id));
    say(t("person.deactivated", { name: person.name }));
  }
  return (
    <Panel title={t("person.end")}>
      <p className="soft">{t("person.endLead")}</p>
      <div>
        <Button variant="outline" color="care" onClick={() => ask(true)}>
          {t("person.deactivate")}
        </Button>
      </div>
      <Ask
        title={t("person.deactivateTitle", { name: person.name })}
        open={asking}
        close={() => ask(false)}
        act={act}
        go={t("person.deactivate")}
        care
      >
        <p>{t("person.deactivateLead")}</p>
        <p>{t("person.deactivateKept")}</p>
      </Ask>
    </Panel>
  );
}
