import { useTranslation } from "react-i18next";
import { Page } from "../../components/Page";

export default function Meeting() {
  const { t } = useTranslation();
  return <Page title={t("nav.schedule")} />;
}
