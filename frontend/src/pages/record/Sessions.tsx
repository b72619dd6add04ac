import { useTranslation } from "react-i18next";
import { Page } from "../../components/Page";

export default function Sessions() {
  const { t } = useTranslation();
  return <Page title={t("nav.sessions")} />;
}
