import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as api from "../../api/groups";
import type { Listed } from "../../api/http";
import { Field } from "../../components/form/Fields";
import { FormDialog } from "../../components/form/Form";
import { PersonPicker } from "../../components/form/PersonPicker";
import { typed, unlessGiven } from "../../components/form/wrong";
import { membersChanged } from "./changed";

/** Enrols a participant of the clinic in a group. */
export function Enrol({
  group,
  open,
  close,
  done,
}: {
  group: api.Group;
  open: boolean;
  close: () => void;
  done: (member: api.Member) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const members = queries.getQueryData<Listed<api.Member>>(["members", group.id, true]);
  const taken = new Set(members?.results.map((one) => one.person));
  async function act(form: FormData) {
    const made = await api.enrol(group.id, typed(form, "person"), typed(form, "alias"));
    membersChanged(queries);
    close();
    done(made);
  }
  return (
    <FormDialog
      title={t("members.enrolTitle", { group: group.name })}
      open={open}
      close={close}
      act={act}
      check={(form) => unlessGiven(form, "person", t("picker.missing"))}
      go={t("members.enrolGo")}
    >
      <PersonPicker name="person" label={t("members.who")} roles={["participant"]} taken={taken} />
      <AliasField />
    </FormDialog>
  );
}

/** The name somebody goes by in a group: a wish, for they may choose another. */
export function AliasField() {
  const { t } = useTranslation();
  return (
    <Field name="alias" label={t("members.alias")} help={t("members.aliasHelp")} maxLength={40} />
  );
}
