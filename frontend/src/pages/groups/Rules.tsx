import { useTranslation } from "react-i18next";
import type * as api from "../../api/groups";
import { Panel } from "../../components/Panel";
import { usePlace } from "../../components/Place";
import classes from "./Group.module.css";
import { SECTIONS } from "./rules";

/** The rules of a group's room as they are now. */
export function Rules({ group }: { group: api.Group }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const length = useLength();
  const states = group.licensed_states?.length ? group.licensed_states : clinic.licensed_states;
  return (
    <Panel title={t("rules.title")}>
      <div className={classes.rules}>
        <dl>
          <Rule name={t("groups.capacity")} value={String(group.capacity)} />
          <Rule
            name={t("rules.name.licensed_states")}
            value={states.length ? states.join(", ") : t("rules.anywhere")}
          />
        </dl>
        {SECTIONS.map(({ key, numbers, ticks }) => (
          <div key={key}>
            <h3>{t(`rules.section.${key}`)}</h3>
            <dl>
              {numbers.map(({ name, unit }) => (
                <Rule
                  key={name}
                  name={t(`rules.name.${name}`)}
                  value={length(name, unit, group[name] ?? 0)}
                />
              ))}
              {ticks.map((name) => (
                <Rule
                  key={name}
                  name={t(`rules.name.${name}`)}
                  value={group[name] ? t("rules.yes") : t("rules.no")}
                />
              ))}
            </dl>
          </div>
        ))}
        <p className={`soft ${classes.small}`}>{t("rules.when")}</p>
      </div>
    </Panel>
  );
}

function Rule({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="soft">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** A number of a rule in words; what nought means is said. */
function useLength() {
  const { t } = useTranslation();
  return (name: string, unit: "min" | "s" | "days", count: number): string => {
    if (count === 0 && name === "prompt_every_min") return t("rules.never");
    if (count === 0 && name === "chat_kept_days") return t("rules.atTheEnd");
    const whole = unit === "s" && count > 0 && count % 60 === 0;
    return whole ? t("rules.unit.min", { count: count / 60 }) : t(`rules.unit.${unit}`, { count });
  };
}
