import { useTranslation } from "react-i18next";
import type { Person } from "../../api/people";
import { Tag } from "../../components/Tag";
import classes from "./People.module.css";

/** The roles somebody has; those of whoever left are said as such. */
export function RoleTags({ person }: { person: Person }) {
  const { t } = useTranslation();
  const held = person.memberships.filter((one) => one.active);
  return (
    <span className={classes.tags}>
      {held.map((one) => (
        <Tag key={one.role}>{t(`roles.${one.role}`)}</Tag>
      ))}
      {held.length === 0 && <Tag tone="sun">{t("people.left")}</Tag>}
    </span>
  );
}
