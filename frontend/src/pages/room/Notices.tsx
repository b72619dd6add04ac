import { useTranslation } from "react-i18next";
import { useAround, useStore } from "../../room/hooks";
import type { Said } from "../../room/store";
import { clockTime } from "../../words/time";
import classes from "./Notices.module.css";

/** What was just said: shown for a moment, and read aloud. */
export function Notices() {
  const sentence = useNotice();
  const { store } = useAround();
  const said = useStore(store, (view) => view.said);
  return (
    <div className={classes.notices} aria-live="polite" role="log">
      {said.map((one) => (
        <p key={one.id} className={one.quiet ? "heard-only" : classes.notice} data-tone={one.tone}>
          {sentence(one)}
        </p>
      ))}
    </div>
  );
}

function useNotice(): (one: Said) => string {
  const { t, i18n } = useTranslation();
  return ({ key, values, time, reaction, code }) => {
    const refusal = `refusal.${code}`;
    if (code && i18n.exists(refusal)) return t(refusal as "refusal.locked");
    // The keys of notices are made from events; a test looks each of them up.
    return t(key as "notice.started", {
      ...values,
      time: time === undefined ? "" : clockTime(time, i18n.language),
      reaction: reaction ? t(`reactions.${reaction}`) : "",
    });
  };
}
