import { useTranslation } from "react-i18next";
import { Page } from "../../components/Page";

export default function People() {
  const { t } = useTranslation();
  return <Page title={t("nav.people")} />;
}
