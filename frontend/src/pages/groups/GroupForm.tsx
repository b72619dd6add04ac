import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as api from "../../api/groups";
import { Choice, Field, Pair, Tick } from "../../components/form/Fields";
import { FormDialog } from "../../components/form/Form";
import { typed, type Wrong } from "../../components/form/wrong";
import { usePlace } from "../../components/Place";
import { groupsChanged } from "./changed";
import classes from "./GroupForm.module.css";
import { contradiction, groupFields, SECTIONS, USUAL } from "./rules";

/** A group to open, or one to change: its name, kind and places, and the rules of its room. */
export function GroupForm({
  group,
  open,
  close,
  done,
}: {
  group?: api.Group;
  open: boolean;
  close: () => void;
  done: (group: api.Group) => void;
}) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const queries = useQueryClient();
  async function act(form: FormData) {
    const fields = groupFields(form);
    const made = group ? await api.editGroup(group.id, fields) : await api.found(clinic.id, fields);
    groupsChanged(queries);
    close();
    done(made);
  }
  function check(form: FormData): Wrong {
    const against = contradiction((name) => Number(typed(form, name)));
    return against ? { [against]: t(`rules.against.${against}`) } : {};
  }
  const known = group ?? { ...USUAL, name: "", kind: "process" as const };
  return (
    <FormDialog
      title={group ? t("groups.changeTitle") : t("groups.newTitle")}
      open={open}
      close={close}
      act={act}
      check={check}
      go={group ? t("app.save") : t("groups.newGo")}
      wide
    >
      {group && <p className="soft">{t("rules.when")}</p>}
      <Field
        name="name"
        label={t("groups.name")}
        help={t("groups.nameHelp")}
        maxLength={80}
        required
        defaultValue={known.name}
        data-autofocus
      />
      <Pair>
        <Choice
          name="kind"
          label={t("groups.kind")}
          help={t("groups.kindHelp")}
          defaultValue={known.kind}
          data={api.KINDS.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        />
        <Field
          name="capacity"
          label={t("groups.capacity")}
          help={t("groups.capacityHelp")}
          type="number"
          inputMode="numeric"
          required
          min={1}
          max={200}
          defaultValue={known.capacity}
        />
      </Pair>
      <Rules known={known} />
    </FormDialog>
  );
}

type Known = Partial<typeof USUAL>;

function Rules({ known }: { known: Known }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const states = clinic.licensed_states.join(", ");
  return (
    <div>
      <p className={classes.lead}>{t("rules.lead")}</p>
      {SECTIONS.map((section) => (
        <details key={section.key} className={classes.fold}>
          <summary>{t(`rules.section.${section.key}`)}</summary>
          <div className={classes.fields}>
            {section.numbers.map(({ name, unit, max }) => (
              <Field
                key={name}
                name={name}
                label={t(`rules.name.${name}`)}
                help={t(`rules.help.${name}`)}
                type="number"
                inputMode="numeric"
                required
                min={0}
                max={max}
                defaultValue={known[name]}
                rightSection={<span className={classes.unit}>{t(`rules.short.${unit}`)}</span>}
                rightSectionWidth={64}
              />
            ))}
            {section.ticks.map((name) => (
              <Tick
                key={name}
                name={name}
                label={t(`rules.name.${name}`)}
                help={t(`rules.help.${name}`)}
                defaultChecked={known[name]}
              />
            ))}
            {section.key === "door" && (
              <Field
                name="licensed_states"
                label={t("rules.name.licensed_states")}
                help={
                  states
                    ? t("rules.help.licensed_states", { states })
                    : t("rules.help.licensed_states_none")
                }
                placeholder="AZ, NM"
                defaultValue={known.licensed_states?.join(", ")}
              />
            )}
          </div>
        </details>
      ))}
    </div>
  );
}
