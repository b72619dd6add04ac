import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Code } from "../../api/people";
import { clockTime } from "../../words/time";
import classes from "./Slip.module.css";

/** What somebody signs in with, to be read out, copied or printed: it is shown this once. */
export function Slip({ name, code }: { name: string; code: Code }) {
  const { t, i18n } = useTranslation();
  const until = clockTime(Date.parse(code.expires_at), i18n.language);
  return (
    <div className={classes.slip}>
      <p className={classes.for}>{t("slip.for", { name })}</p>
      <dl className={classes.pair}>
        <div>
          <dt>{t("slip.signIn")}</dt>
          <dd>{code.sign_in}</dd>
        </div>
        <div>
          <dt>{t("slip.code")}</dt>
          <dd className={classes.code}>{code.code}</dd>
        </div>
      </dl>
      <p>{t("slip.how", { address: window.location.host })}</p>
      <p>{t("slip.until", { time: until })}</p>
      <div className={classes.print}>
        <Button onClick={() => window.print()}>{t("slip.print")}</Button>
      </div>
    </div>
  );
}
