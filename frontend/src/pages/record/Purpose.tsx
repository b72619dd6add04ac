import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as record from "../../api/record";
import { usePlace } from "../Place";
import { useMe } from "../SignedIn";
import classes from "./Sessions.module.css";

/** For what an auditor reads here, and that their looks are seen. */
export function Purpose() {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const own = useMe().memberships.find(
    (one) => one.role === "auditor" && one.clinic.id === clinic.id,
  );
  const last = useQuery({
    queryKey: ["looks", "own", own?.code],
    queryFn: () => record.looks({ clinic: clinic.id, actor: own?.code, page_size: 1 }),
    enabled: own !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const purpose = last.data?.results[0]?.purpose;
  return (
    <p className={classes.purpose}>
      {purpose && <strong>{t("record.purpose", { purpose })}</strong>}
      <span className="soft">{t("records.seen")}</span>
    </p>
  );
}
