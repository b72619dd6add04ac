import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as record from "../../api/record";
import { usePlace } from "../../components/Place";
import { clockOf } from "./clock";
import classes from "./Sessions.module.css";

// As many names as a line holds; the rest is counted.
const NAMED = 6;

/** What an auditor may read here and for what, and that their looks are seen. */
export function Purpose() {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  // Being told names is a look: it is asked for once.
  const own = useQuery({
    queryKey: ["grants", clinic.id, "own"],
    queryFn: () => record.grants(clinic.id, true),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const grants = own.data?.results ?? [];
  if (own.data && grants.length === 0) return null;
  return (
    <div className={classes.purpose}>
      {grants.map((grant) => (
        <Grant key={grant.id} grant={grant} />
      ))}
      <p className="soft">{t("records.seen")}</p>
    </div>
  );
}

function Grant({ grant }: { grant: record.Grant }) {
  const { t, i18n } = useTranslation();
  const { clinic } = usePlace();
  const clock = clockOf(clinic.zone, i18n.language);
  const dates = clockOf("UTC", i18n.language);
  const [since, until] = [grant.starts, grant.ends].map((day) =>
    dates.day(Date.parse(`${day}T00:00:00Z`)),
  );
  const end = clock.moment(Date.parse(grant.expires_at));
  const days = grant.starts === grant.ends ? "day" : "days";
  return (
    <div>
      <p>
        <strong>{t("record.purpose", { purpose: grant.purpose })}</strong>
      </p>
      <p>{t(`records.grant.${days}`, { since, until, end })}</p>
      <p>{useNamed(grant)}</p>
    </div>
  );
}

/** Whom a grant lets its auditor see by name. */
function useNamed(grant: record.Grant): string {
  const { t, i18n } = useTranslation();
  const names = grant.names ?? [];
  if (grant.everyone) return t("records.grant.everyone");
  if (names.length === 0) return t("records.grant.nobody");
  const told = names.length > NAMED ? names.slice(0, NAMED - 1) : names;
  const more = names.length - told.length;
  const all = more > 0 ? [...told, t("records.grant.more", { count: more })] : told;
  return t("records.grant.some", { names: new Intl.ListFormat(i18n.language).format(all) });
}
