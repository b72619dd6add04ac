import { useTranslation } from "react-i18next";
import { encode } from "uqr";
import classes from "./QrCode.module.css";

/** A picture of a text for another device's camera. */
export function QrCode({ text }: { text: string }) {
  const { t } = useTranslation();
  const rows = encode(text, { ecc: "M", border: 0 }).data;
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
