import { useTranslation } from "react-i18next";
import classes from "./Loading.module.css";

/** The place of something that is on its way: quiet lines, and a word for those who listen. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.lines} role="status">
      <span className="heard-only">{t("app.loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are alike and never move
        <span key={line} className={classes.line} />
      ))}
    </div>
  );
}
