import { useTranslation } from "react-i18next";
import classes from "./Account.module.css";

/** What a password must be, in words, before anybody has to guess. */
export function PasswordRules() {
  const { t } = useTranslation();
  return (
    <div className={classes.rules}>
      <p>{t("goodPassword.title")}</p>
      <ul>
        <li>{t("goodPassword.long")}</li>
        <li>{t("goodPassword.mixed")}</li>
        <li>{t("goodPassword.own")}</li>
      </ul>
    </div>
  );
}
