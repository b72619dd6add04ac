import { useTranslation } from "react-i18next";
import { Page } from "../../components/Page";

/** One's own account. */
export function Account() {
  const { t } = useTranslation();
  return <Page title={t("nav.account")} />;
}
