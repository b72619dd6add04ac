import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../../components/Page";
import { usePlace } from "../../components/Place";
import { Nothing } from "../Nothing";
import classes from "./Audit.module.css";
import { Grants } from "./Grants";
import { Looks } from "./Looks";

const PARTS = ["log", "grants"] as const;

/** Who may read records, and who looked at what. */
export default function Audit() {
  const { t } = useTranslation();
  const { roles } = usePlace();
  const [part, setPart] = useState<(typeof PARTS)[number]>("log");
  const administers = roles.has("administrator");
  if (!administers && !roles.has("auditor")) return <Nothing />;
  return (
    <Page title={t("audit.title")} lead={t(administers ? "audit.lead" : "audit.leadAuditor")}>
      {administers && (
        <nav className={classes.parts} aria-label={t("audit.parts")}>
          {PARTS.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={part === one ? "page" : undefined}
              onClick={() => setPart(one)}
            >
              {t(`audit.${one}`)}
            </button>
          ))}
        </nav>
      )}
      {part === "grants" ? <Grants /> : <Looks />}
    </Page>
  );
}
