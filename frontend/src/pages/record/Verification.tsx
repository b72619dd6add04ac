import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Verification as Found, verifyAgain } from "../../api/record";
import { Trouble } from "../../components/Trouble";
import classes from "./Verification.module.css";

type Asked = {
  readonly data: Found | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
};

/** Whether the record holds, in a line; what that means on demand. */
export function useVerify(session: string, asked: Asked, sealed: string | null) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const id = useId();
  const again = useMutation({
    mutationFn: () => verifyAgain(session),
    onSuccess: (found) => queries.setQueryData(["record", session, "verification"], found),
  });
  const { data } = asked;
  const busy = again.isPending || (data === undefined && !asked.error);
  const bad = data !== undefined && !data.ok;
  const line = busy ? t("record.verify.checking") : spoken(data, asked.error, sealed, t);
  const badge = (
    <div className={classes.badge} role="status" data-tone={toneOf(busy, data, asked.error)}>
      <Mark tone={toneOf(busy, data, asked.error)} />
      <span>{line}</span>
      {again.isSuccess && !busy && (
        <span className="heard-only">{t("record.verify.doneAgain")}</span>
      )}
    </div>
  );
  const buttons = (
    <>
      {data && !bad && (
        <Button
          variant="subtle"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t("record.verify.means")}
        </Button>
      )}
      <Button loading={again.isPending} onClick={() => again.mutate()}>
        {t("record.verify.again")}
      </Button>
    </>
  );
  const shown = (open || bad) && data !== undefined;
  const trouble = again.error ?? asked.error;
  return { badge, buttons, id, shown, trouble, data };
}

/** What the verification means, and everything that does not hold. */
export function Meaning({
  verify,
  show,
}: {
  verify: ReturnType<typeof useVerify>;
  /** Shows an entry of the ledger; not for who may not read it. */
  show: ((entry: number) => void) | null;
}) {
  const { t } = useTranslation();
  const { data } = verify;
  const words: Readonly<Record<string, string>> = t("record.problem", { returnObjects: true });
  return (
    <div id={verify.id} className={classes.meaning}>
      {verify.trouble !== null && verify.trouble !== undefined && (
        <Trouble error={verify.trouble} />
      )}
      {verify.shown && data && (
        <div className={classes.said} data-bad={!data.ok || undefined}>
          <p>{t(data.ok ? "record.verify.holds" : "record.verify.breaks")}</p>
          {data.problems.length > 0 && (
            <ul>
              {data.problems.map((problem) => (
                <li key={`${problem.entry} ${problem.code}`}>
                  <span>
                    {problem.entry !== null && (
                      <strong>{t("record.verify.problemAt", { entry: problem.entry })} </strong>
                    )}
                    {words[problem.code] ?? words.unknown}
                  </span>
                  {show && problem.entry !== null && (
                    <Button onClick={() => problem.entry !== null && show(problem.entry)}>
                      {t("record.verify.show", { entry: problem.entry })}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}

type Tone = "pine" | "care" | "none";

function toneOf(busy: boolean, data: Found | undefined, error: unknown): Tone {
  if (busy || error || data === undefined) return "none";
  if (!data.ok) return "care";
  return data.entries > 0 ? "pine" : "none";
}

function spoken(
  data: Found | undefined,
  error: unknown,
  sealed: string | null,
  t: TFunction,
): string {
  if (data === undefined || error) return t("record.verify.failed");
  if (!data.ok) {
    const first = data.problems.find((problem) => problem.entry !== null)?.entry;
    return first === undefined
      ? t("record.verify.bad")
      : t("record.verify.badEntry", { entry: first });
  }
  if (data.entries === 0) return t("record.verify.nothing");
  const good = t("record.verify.good", { count: data.entries });
  return sealed ? `${good}, ${t("record.verify.sealed", { at: sealed })}` : good;
}

function Mark({ tone }: { tone: Tone }) {
  if (tone === "none") return null;
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        className={classes.mark}
        d={tone === "pine" ? "M3 8.5l3.5 3.5l6.5 -8" : "M8 2v8m0 3.2v.6"}
      />
    </svg>
  );
}
