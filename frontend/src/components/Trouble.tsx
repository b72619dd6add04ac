import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/http";
import classes from "./Trouble.module.css";

/** What went wrong, in a sentence that says what to do: ours where we know the code. */
export function useSentence(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (!(error instanceof Problem)) return t("errors.failed");
    const key = `errors.${error.code}`;
    if (i18n.exists(key)) return t(key as "errors.failed");
    return error.message || t("errors.failed");
  };
}

type Props = {
  error: unknown;
  again?: () => void;
  /** What the way out is called; else to try again. */
  how?: string;
};

export function Trouble({ error, again, how }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <div className={classes.trouble} role="alert">
      <p>{sentence(error)}</p>
      {again && <Button onClick={again}>{how ?? t("app.again")}</Button>}
    </div>
  );
}
