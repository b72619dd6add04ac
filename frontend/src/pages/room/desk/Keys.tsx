import { useTranslation } from "react-i18next";
import desk from "./Desk.module.css";
import classes from "./Keys.module.css";
import { ALL, SHORTCUTS } from "./shortcuts";

/** The keys of the desk, and that they rest while one types. */
export function Keys() {
  const { t } = useTranslation();
  return (
    <div className={desk.form}>
      <p className="soft">{t("staff.keysLead")}</p>
      <dl className={classes.keys}>
        {ALL.map((one) => (
          <div key={one}>
            <dt>{t(`staff.keysOf.${one}`)}</dt>
            <dd>
              <kbd>{SHORTCUTS[one].keys.replace("+", " + ")}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
