import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "../../api/people";
import { FormDialog } from "../../components/form/Form";
import type { Wrong } from "../../components/form/wrong";
import { Panel } from "../../components/Panel";
import { usePlace } from "../../components/Place";
import { usePersonChanged } from "./changed";
import classes from "./Person.module.css";

export type Part = { person: api.Person; edits: boolean; say: (sentence: string) => void };

/** One part: what is known, and the form (`children`) that changes it. */
export function Fact({
  person,
  edits,
  say,
  title,
  lead,
  known,
  check,
  read,
  children,
}: Part & {
  title: string;
  lead?: string;
  known: readonly (readonly [string, string | null | undefined])[];
  check?: (form: FormData) => Wrong;
  read: (form: FormData) => api.Details;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const changed = usePersonChanged();
  const [editing, edit] = useState(false);
  const nothing = known.every(([, value]) => !value);
  async function act(form: FormData) {
    changed(await api.edit(clinic.id, person.id, read(form)));
    edit(false);
    say(t("person.saved", { what: title }));
  }
  return (
    <Panel
      title={title}
      aside={
        edits && (
          <Button aria-label={t("person.editOf", { what: title })} onClick={() => edit(true)}>
            {t("person.edit")}
          </Button>
        )
      }
    >
      {nothing ? (
        <p className="soft">{t("person.unknown")}</p>
      ) : (
        <dl className={classes.facts}>
          {known.map(([name, value]) => (
            <div key={name}>
              <dt className="soft">{name}</dt>
              <dd>{value || <span className="soft">–</span>}</dd>
            </div>
          ))}
        </dl>
      )}
      {lead && <p className="soft">{lead}</p>}
      <FormDialog
        title={title}
        open={editing}
        close={() => edit(false)}
        act={act}
        {...(check && { check })}
        go={t("app.save")}
      >
        {children}
      </FormDialog>
    </Panel>
  );
}
