import { Button, NativeSelect } from "@mantine/core";
import { Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useLocation } from "react-router";
import classes from "./Frame.module.css";
import { Loading } from "./Loading";
import { type Place, usePlace } from "./Place";
import { Wordmark } from "./Wordmark";

type Target = "schedule" | "groups" | "sessions" | "people" | "audit" | "account";

const PATHS: Record<Target, string> = {
  schedule: "/",
  groups: "/groups",
  sessions: "/sessions",
  people: "/people",
  audit: "/audit",
  account: "/account",
};

/** Where somebody with these roles has something to do. */
function targets({ roles, office }: Place): readonly Target[] {
  const leads = roles.has("facilitator") || office;
  const audits = roles.has("administrator") || roles.has("auditor");
  return [
    ...(leads ? (["schedule", "groups"] as const) : []),
    "sessions",
    ...(office ? (["people"] as const) : []),
    ...(audits ? (["audit"] as const) : []),
    "account",
  ];
}

/** Whether a page belongs to a target; that of one session belongs to the schedule, its record not. */
function within(target: Target, pathname: string): boolean {
  const session = /^\/sessions\/[^/]+$/.test(pathname);
  if (target === "schedule") return pathname === "/" || session;
  if (target === "sessions" && session) return false;
  return `${pathname}/`.startsWith(`${PATHS[target]}/`);
}

/** The frame around every page of the staff's part. */
export function Frame() {
  const { t } = useTranslation();
  const place = usePlace();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes where one arrives
  useEffect(() => setOpen(false), [pathname]);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#page">
        {t("nav.skip")}
      </a>
      <header className={classes.head} data-open={open || undefined}>
        <Link className={classes.home} to="/" aria-label={t("nav.home")}>
          <Wordmark />
        </Link>
        <Button
          className={classes.menu}
          variant="subtle"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t("nav.menu")}
        </Button>
        <nav className={classes.nav} aria-label={t("nav.title")}>
          {targets(place).map((target) => (
            <Link
              key={target}
              to={PATHS[target]}
              aria-current={within(target, pathname) ? "page" : undefined}
            >
              {t(`nav.${target}`)}
            </Link>
          ))}
        </nav>
        <div className={classes.clinic}>
          {place.clinics.length > 1 ? (
            <NativeSelect
              aria-label={t("nav.clinic")}
              value={place.clinic.id}
              data={place.clinics.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(event) => place.go(event.currentTarget.value)}
            />
          ) : (
            <span className="soft">{place.clinic.name}</span>
          )}
        </div>
      </header>
      <main id="page" className={classes.main}>
        <Suspense fallback={<Loading lines={4} />}>
          <Outlet key={place.clinic.id} />
        </Suspense>
      </main>
    </div>
  );
}
