import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Sheet } from "../../../components/Sheet";
import { Unable } from "../Unable";
import { Camera } from "./Camera";
import classes from "./Devices.module.css";
import { Microphone } from "./Microphone";
import { Speaker } from "./Speaker";

/** Camera, microphone and sound before one is with others; none of them is needed. */
export function Devices({ done }: { done: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet step="devices" title={t("devices.title")} lead={t("devices.lead")}>
      <p className={classes.plain}>{t("door.alias")}</p>
      <Unable />
      <Camera />
      <Microphone />
      <Speaker />
      <div className={classes.done}>
        <Button variant="filled" onClick={done}>
          {t("devices.done")}
        </Button>
        <Button variant="subtle" onClick={done}>
          {t("devices.skip")}
        </Button>
      </div>
    </Sheet>
  );
}
