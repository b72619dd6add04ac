import { Button } from "@mantine/core";

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Code, issueCode } from "../../api/people";
import { Dialog } from "../../components/Dialog";
import { Form } from "../../components/form/Form";
import classes from "../../components/form/Form.module.css";
import { usePlace } from "../../components/Place";
import { Slip } from "./Slip";

type Whom = { readonly id: string; readonly name: string };

/** Makes a one-time code for somebody who has no other way in, and shows it once. */
export function IssueCode({
  person,
  open,
  close,
}: {
  person: Whom;
  open: boolean;
  close: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog keep title={t("slip.title")} open={open} close={close}>
      <Issue person={person} close={close} />
    </Dialog>
  );
}

function Issue({ person, close }: { person: Whom; close: () => void }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const [code, show] = useState<Code | null>(null);

  if (code !== null) return <Shown name={person.name} code={code} close={close} />;
  return (
    <Form act={() => issueCode(clinic.id, person.id).then(show)} go={t("slip.go")} back={close}>
      <p>{t("slip.lead", { name: person.name })}</p>
      <p className="soft">{t("slip.once")}</p>
    </Form>
  );
}

/** A slip, and the way out. */
export function Shown({ name, code, close }: { name: string; code: Code; close: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.fields}>
      <p className="soft" role="status">
        {t("slip.shownOnce")}
      </p>
      <Slip name={name} code={code} />
      <div className={classes.buttons}>
        <Button variant="filled" onClick={close}>
          {t("slip.done")}
        </Button>
      </div>
    </div>
  );
}
