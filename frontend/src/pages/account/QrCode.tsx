import { useTranslation } from "react-i18next";
import classes from "./QrCode.module.css";
import { qr } from "./qr";

/** A picture of a text for another device's camera; nothing where the text is too long for one. */
export function QrCode({ text }: { text: string }) {
  const { t } = useTranslation();
  const rows = qr(text);
  if (rows === null) return null;
  const dots = rows.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])),
  );
  const size = rows.length + 8;
  return (
    <svg
      className={classes.code}
      viewBox={`-4 -4 ${size} ${size}`}
      role="img"
      aria-label={t("secondFactor.picture")}
      shapeRendering="crispEdges"
    >
      <rect x="-4" y="-4" width={size} height={size} className={classes.paper} />
      <path d={dots.join("")} className={classes.dots} />
    </svg>
  );
}
