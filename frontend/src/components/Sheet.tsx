import { type ReactNode, useEffect, useRef } from "react";
import classes from "./Sheet.module.css";

/** A page with one thing on it, in one column. */
export function Sheet({
  title,
  lead,
  top,
  step,
  wide,
  children,
}: {
  /** Left out only while it is not known yet what the page is. */
  title?: ReactNode;
  lead?: ReactNode;
  top?: ReactNode;
  /** Where one sheet follows another: its heading takes the focus when this changes. */
  step?: string | number;
  /** At a desk, what is in it may stand side by side. */
  wide?: boolean;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (step !== undefined) heading.current?.focus();
  }, [step]);
  return (
    <main
      className={classes.sheet}
      data-wide={wide || undefined}
      data-barred={top ? true : undefined}
    >
      {top}
      {(title || lead) && (
        <header className={classes.head}>
          {title && (
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
          )}
          {lead && <p className="soft">{lead}</p>}
        </header>
      )}
      {children}
    </main>
  );
}
