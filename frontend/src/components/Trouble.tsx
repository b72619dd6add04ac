import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/http";
import classes from "./Trouble.module.css";

const KNOWN = ["offline", "too_fast", "sign_in_refused", "not_found"] as const;

/** What went wrong, in a sentence that says what to do. */
export function useSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof Problem)) return t("errors.failed");
    const known = KNOWN.find((code) => code === error.code);
    return known ? t(`errors.${known}`) : error.message || t("errors.failed");
  };
}

export function Trouble({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <div className={classes.trouble} role="alert">
      <p>{sentence(error)}</p>
      {again && <Button onClick={again}>{t("app.again")}</Button>}
    </div>
  );
}
