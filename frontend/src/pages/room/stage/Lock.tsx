import { useTranslation } from "react-i18next";
import { Dialog } from "../../../components/Dialog";
import { useRoom } from "../../../room/hooks";
import { nameOf } from "../../../room/state";
import classes from "./Lock.module.css";
import { useSafety, useSound } from "./media";

/** What encryption between the devices protects from, what not, and the code to compare. */
export default function LockSheet({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} close={close} title={t("lock.title")}>
      <div className={classes.lock}>
        <p>{t("lock.lead")}</p>
        <Code />
        <section aria-labelledby="lock-not">
          <h3 id="lock-not">{t("lock.notTitle")}</h3>
          <p className="soft">{t("lock.not")}</p>
        </section>
      </div>
    </Dialog>
  );
}

function Code() {
  const { t } = useTranslation();
  const safety = useSafety();
  return (
    <section className={classes.code} aria-labelledby="lock-code">
      <h3 id="lock-code">{t("lock.code")}</h3>
      {safety === null ? (
        <Waiting />
      ) : (
        <>
          <p className={`tabular ${classes.words}`}>
            {safety.map((word, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice
              <span key={index}>{word} </span>
            ))}
          </p>
          <p className="soft">{t("lock.compare")}</p>
        </>
      )}
    </section>
  );
}

/** For whose keys the code waits. */
function Waiting() {
  const { t, i18n } = useTranslation();
  const unkeyed = useSound((sound) => sound.unkeyed);
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  const names = useRoom((room) => list.format(unkeyed.map((seat) => nameOf(room, seat))));
  return <p>{names === "" ? t("lock.waiting") : t("lock.unkeyed", { names })}</p>;
}
