import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Sheet } from "../../components/Sheet";
import { useAround, useGive, useRoom, useStore } from "../../room/hooks";
import { Called } from "./desk/Staff";
import { Crisis, HelpButton } from "./Help";
import { Minutes } from "./Minutes";
import { OwnSeat } from "./OwnSeat";

/** After leaving, or where one was not let in: kind, and with a way to people. */
export function Outside() {
  const { t } = useTranslation();
  const { name, standing, crisis, begun } = useRoom((room) => ({
    name: room.name,
    standing: room.you.standing,
    crisis: room.crisis,
    begun: room.times.started_at !== null,
  }));
  const { store } = useAround();
  const letIn = useStore(store, (view) => view.letIn);
  const kept = standing === "refused" || standing === "removed";
  const how = letIn ? "letIn" : kept ? standing : "left";
  return (
    <Sheet
      step={how}
      top={<span className="soft">{name}</span>}
      title={t(`outside.${how}`)}
      lead={t(`outside.${how}Hint`)}
    >
      <Called />
      {kept ? (
        <p>{t(`outside.${standing}Then`)}</p>
      ) : (
        <>
          <OwnSeat />
          {begun && <Minutes />}
          <Again />
        </>
      )}
      <Button component={Link} to="/">
        {t("ended.sessions")}
      </Button>
      <HelpButton />
      <Crisis contacts={crisis} />
    </Sheet>
  );
}

function Again() {
  const { t } = useTranslation();
  const give = useGive();
  const [busy, setBusy] = useState(false);
  async function knock() {
    setBusy(true);
    await give({ type: "Knock" });
    setBusy(false);
  }
  return (
    <Button variant="filled" loading={busy} onClick={() => void knock()}>
      {t("outside.knockAgain")}
    </Button>
  );
}
