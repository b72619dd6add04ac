import { useTranslation } from "react-i18next";
import classes from "./Help.module.css";
import { usePlea } from "./plea";

/** What came of one's asking for help, as far as one knows. */
export function Told() {
  const { t } = useTranslation();
  const { state, helped } = usePlea();
  if (state === "no") return null;
  if (state === "asking") return <p>{t("help.asking")}</p>;
  if (state === "failed") return <p>{t("help.unsent")}</p>;
  if (state === "refused") return <p>{t("help.refused")}</p>;
  if (helped === "nobody_here") return <p>{t("help.nobody")}</p>;
  // That somebody is coming is said only where they have seen this one.
  const words = helped === null ? "help.sent" : helped === "coming" ? "help.coming" : "help.asked";
  return <p className={classes.told}>{t(words)}</p>;
}
