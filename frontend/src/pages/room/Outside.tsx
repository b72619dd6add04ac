import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Sheet } from "../../components/Sheet";
import { useGive, useHere } from "../../room/hooks";
import { Crisis, HelpButton } from "./Help";

/** After leaving, or where one was not let in: kind, and with a way to people. */
export function Outside() {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const { standing } = room.you;
  const how = standing === "refused" || standing === "removed" ? standing : "left";
  return (
    <Sheet title={t(`outside.${how}`)} lead={t(`outside.${how}Hint`)}>
      {how === "left" && (
        <Button variant="filled" onClick={() => void give({ type: "Knock" })}>
          {t("outside.knockAgain")}
        </Button>
      )}
      <Button component={Link} to="/">
        {t("ended.sessions")}
      </Button>
      <HelpButton />
      <Crisis contacts={room.crisis} />
    </Sheet>
  );
}
