import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./Pager.module.css";

/** From page to page of a list; nothing where there is one only. */
export function Pager({
  page,
  size,
  count,
  go,
}: {
  page: number;
  size: number;
  count: number;
  go: (page: number) => void;
}) {
  const { t } = useTranslation();
  const last = Math.max(1, Math.ceil(count / size));
  if (last === 1) return null;
  return (
    <nav className={classes.pager} aria-label={t("app.pages")}>
      <Button disabled={page <= 1} onClick={() => go(page - 1)}>
        {t("app.previous")}
      </Button>
      <span className="soft tabular" role="status">
        {t("app.pageOf", { page, last })}
      </span>
      <Button disabled={page >= last} onClick={() => go(page + 1)}>
        {t("app.following")}
      </Button>
    </nav>
  );
}
