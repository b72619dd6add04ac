import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Loading } from "../../components/Loading";
import { Sheet } from "../../components/Sheet";
import { useStore } from "../../room/hooks";
import type { RoomStore } from "../../room/store";

/** Before the first welcome: on the way, or not reachable and trying again. */
export function Opening({ store }: { store: RoomStore }) {
  const { t } = useTranslation();
  const lost = useStore(store, ({ status }) => status.kind === "lost");
  if (!lost)
    return (
      <Sheet title={t("connection.connecting")}>
        <Loading />
      </Sheet>
    );
  return (
    <Sheet
      title={t("connection.unreached")}
      lead={<span role="status">{t("errors.offline")}</span>}
    >
      <Button variant="filled" onClick={store.reconnect}>
        {t("connection.now")}
      </Button>
      <Button component={Link} to="/">
        {t("ended.sessions")}
      </Button>
    </Sheet>
  );
}
