import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Session } from "../../api/sessions";
import { SIZE } from "../../room/circle";
import { type Countdown, countdown, untilNextTick } from "../../words/time";
import classes from "./Next.module.css";
import { endOf, isOpen, startOf } from "./plan";
import { Ring } from "./Ring";

const HOUR_MS = 3_600_000;
const MIDDLE = SIZE / 2;

/** The circle with your seat free, and in its middle how long it is until it begins, or ends. */
export function CountCircle({ session }: { session: Session }) {
  const { t } = useTranslation();
  const begun = isOpen(session) && session.phase !== "door_open";
  const left = useLeft(begun ? endOf(session) : startOf(session));
  const shown = useLines(countdown(left));
  const hint = left > 0 ? t(begun ? "countdown.left" : "countdown.until") : t("countdown.nowHint");
  // The last hour goes round the circle; a running group goes round it once in its time.
  const whole = begun ? endOf(session) - startOf(session) : HOUR_MS;
  const turn = Math.max(0, Math.min(1, 1 - left / whole));
  return (
    <div className={classes.circle}>
      <Ring turn={turn} tone={begun ? "pine" : "sun"}>
        <text x={MIDDLE} y={shown.minor ? 146 : 160} className={classes.major}>
          {shown.major}
        </text>
        {shown.minor && (
          <text x={MIDDLE} y={172} className={classes.minor}>
            {shown.minor}
          </text>
        )}
        <text x={MIDDLE} y={shown.minor ? 196 : 188} className={classes.hint}>
          {hint}
        </text>
      </Ring>
      <p className="heard-only">{`${shown.major} ${shown.minor} ${hint}`}</p>
    </div>
  );
}

/** The two lines in the middle: what counts most, and the rest. */
function useLines(count: Countdown): { readonly major: string; readonly minor: string } {
  const { t } = useTranslation();
  const hours = (n: number) => t("countdown.hours", { count: n });
  const minutes = (n: number) => t("countdown.minutes", { count: n });
  switch (count.unit) {
    case "days":
      return {
        major: t("countdown.days", { count: count.days }),
        minor: count.hours > 0 ? hours(count.hours) : "",
      };
    case "hours":
      return { major: hours(count.hours), minor: count.minutes > 0 ? minutes(count.minutes) : "" };
    case "minutes":
      return { major: minutes(count.minutes), minor: "" };
    case "clock":
      return { major: count.text, minor: "" };
    case "now":
      return { major: t("countdown.now"), minor: "" };
  }
}

/** How long until a moment, in ms; looked at again whenever it reads differently. */
function useLeft(moment: number): number {
  const [left, setLeft] = useState(() => moment - Date.now());
  useEffect(() => {
    let timer = 0;
    const look = () => {
      const now = moment - Date.now();
      setLeft(now);
      if (now > 0) timer = window.setTimeout(look, untilNextTick(now));
    };
    look();
    // Timers sleep while a phone's screen is off.
    document.addEventListener("visibilitychange", look);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [moment]);
  return left;
}
