import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMe } from "../components/Me";
import { Page } from "../components/Page";
import { works } from "../components/Place";
import { Sheet } from "../components/Sheet";
import { Top } from "./today/Top";

/** For an address at which there is nothing for this person, whatever the reason. */
export function Nothing() {
  const { t } = useTranslation();
  const home = (
    <div>
      <Button component={Link} to="/" variant="filled">
        {t("ended.sessions")}
      </Button>
    </div>
  );
  if (!works(useMe()))
    return (
      <Sheet top={<Top pages />} title={t("connection.gone")} step="nothing">
        {home}
      </Sheet>
    );
  return <Page title={t("connection.gone")}>{home}</Page>;
}
