import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Sheet } from "../../components/Sheet";

const SIGNED_OUT = 4500;
const GONE = 4501;
const BAD_PROTOCOL = 4503;

/** The socket says stay away: why, and what one can do. */
export function Closed({ code }: { code: number }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  if (code === SIGNED_OUT)
    return (
      <Sheet step={code} title={t("connection.signedOut")} lead={t("connection.signedOutHint")}>
        <Button variant="filled" onClick={() => void queries.resetQueries()}>
          {t("signIn.go")}
        </Button>
      </Sheet>
    );
  if (code === GONE)
    return (
      <Sheet step={code} title={t("connection.gone")} lead={t("connection.goneHint")}>
        <Button variant="filled" component={Link} to="/">
          {t("ended.sessions")}
        </Button>
      </Sheet>
    );
  const hint = code === BAD_PROTOCOL ? "connection.oldHint" : "connection.stoppedHint";
  return (
    <Sheet step={code} title={t("connection.stopped")} lead={t(hint)}>
      <Button variant="filled" onClick={() => location.reload()}>
        {t("connection.reload")}
      </Button>
      <Button component={Link} to="/">
        {t("ended.sessions")}
      </Button>
    </Sheet>
  );
}
