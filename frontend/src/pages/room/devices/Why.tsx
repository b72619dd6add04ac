import { useTranslation } from "react-i18next";
import type { Kind, Why as Reason } from "../../../api/devices";
import classes from "./Devices.module.css";

/** Why a device does not work, and what one can do. */
export function Why({ kind, why }: { kind: Kind; why: Reason }) {
  const { t } = useTranslation();
  return <p className={classes.why}>{t(`devices.${kind}_${why}`)}</p>;
}
