import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearchParams } from "react-router";
import * as api from "../../api/people";
import { Empty } from "../../components/Empty";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { Pager } from "../../components/Pager";
import { usePlace } from "../../components/Place";
import { Said } from "../../components/Said";
import table from "../../components/Table.module.css";
import { Trouble } from "../../components/Trouble";
import { Views } from "../../components/Views";
import { Nothing } from "../Nothing";
import { Disc } from "./Disc";
import { Invitations } from "./Invitations";
import { Invite } from "./Invite";
import { NewAccount } from "./NewAccount";
import classes from "./People.module.css";
import { RoleTags } from "./RoleTags";

/** The people of the clinic, and the invitations to join it. */
export default function People() {
  const { t } = useTranslation();
  const { office, roles } = usePlace();
  const { pathname } = useLocation();
  const [doing, act] = useState<"invite" | "account" | null>(null);
  const [said, say] = useState("");
  const administers = roles.has("administrator");
  const invitations = pathname.endsWith("/invitations");
  if (!office || (invitations && !administers)) return <Nothing />;
  return (
    <Page
      title={invitations ? t("invitations.title") : t("people.title")}
      lead={invitations ? t("invitations.lead") : undefined}
      actions={administers && <Actions act={act} />}
    >
      {administers && (
        <Views
          name={t("people.views")}
          among={[
            { to: "/people", name: t("people.title"), here: !invitations },
            { to: "/people/invitations", name: t("invitations.title"), here: invitations },
          ]}
        />
      )}
      <Said>{said}</Said>
      {invitations ? <Invitations say={say} /> : <Everyone />}
      <Invite open={doing === "invite"} close={() => act(null)} say={say} />
      <NewAccount open={doing === "account"} close={() => act(null)} />
    </Page>
  );
}

function Actions({ act }: { act: (doing: "invite" | "account") => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Button onClick={() => act("account")}>{t("people.newAccount")}</Button>
      <Button variant="filled" onClick={() => act("invite")}>
        {t("people.invite")}
      </Button>
    </>
  );
}

const PAUSE_MS = 300;
const HERE = { here: "true", left: "false", all: "" } as const;
type Here = keyof typeof HERE;

function Everyone() {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const [asked, ask] = useSearchParams();
  // A name is not for an address, which is kept by browsers and seen over shoulders.
  const [search, setSearch] = useState("");
  const [page, go] = useState(1);
  const role = api.ROLES.find((one) => one === asked.get("role"));
  const here = (Object.keys(HERE) as Here[]).find((one) => one === asked.get("show")) ?? "here";
  const filter: api.PeopleFilter = {
    role,
    active: HERE[here],
    search: useDebouncedValue(search.trim(), PAUSE_MS)[0],
    page,
  };
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ["people", clinic.id, filter],
    queryFn: () => api.people(clinic.id, filter),
    placeholderData: keepPreviousData,
  });
  function narrow(name: "role" | "show", value: string) {
    go(1);
    const wanted = new URLSearchParams(asked);
    if (value) wanted.set(name, value);
    else wanted.delete(name);
    ask(wanted, { replace: true });
  }
  return (
    <>
      <search className={classes.filters}>
        <TextInput
          className={classes.search}
          type="search"
          label={t("people.search")}
          autoComplete="off"
          value={search}
          onChange={(event) => {
            go(1);
            setSearch(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label={t("people.role")}
          value={role ?? ""}
          data={[
            { value: "", label: t("people.anyRole") },
            ...api.ROLES.map((one) => ({ value: one, label: t(`roles.${one}`) })),
          ]}
          onChange={(event) => narrow("role", event.currentTarget.value)}
        />
        <NativeSelect
          label={t("people.show")}
          value={here}
          data={(Object.keys(HERE) as Here[]).map((one) => ({
            value: one,
            label: t(`people.shows.${one}`),
          }))}
          onChange={(event) =>
            narrow("show", event.currentTarget.value === "here" ? "" : event.currentTarget.value)
          }
        />
      </search>
      {isPending && <Loading lines={5} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      <p className="soft tabular" role="status">
        {data && data.count > 0 && t("people.count", { count: data.count })}
      </p>
      {data?.count === 0 && <Empty title={t("people.none")}>{t("people.noneHint")}</Empty>}
      {data && data.count > 0 && <List people={data.results} stale={isPlaceholderData} />}
      <Pager page={page} size={api.PEOPLE_PAGE} count={data?.count ?? 0} go={go} />
    </>
  );
}

function List({ people, stale }: { people: readonly api.Person[]; stale: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={classes.list} aria-busy={stale}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t("people.name")}</th>
            <th scope="col">{t("people.roles")}</th>
            <th scope="col">{t("people.signsIn")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <Row key={one.id} person={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ person }: { person: api.Person }) {
  const { t } = useTranslation();
  const legal = person.legal_name !== person.name ? person.legal_name : "";
  return (
    <tr className={classes.row}>
      <th scope="row">
        <span className={classes.who}>
          <Disc name={person.name} />
          <span className={classes.names}>
            <Link to={`/people/${person.id}`}>{person.name || t("people.nameless")}</Link>
            {legal && <span className={classes.legal}>{legal}</span>}
          </span>
        </span>
      </th>
      <td data-name={t("people.roles")}>
        <RoleTags person={person} />
      </td>
      <td data-name={t("people.signsIn")} className={classes.signIn}>
        {person.email ?? person.sign_in ?? "–"}
      </td>
    </tr>
  );
}
