import { Button } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Entry } from "../../api/record";
import type { Clock } from "./clock";
import type { Chosen } from "./figures";
import { Lanes } from "./Lanes";
import { Legend } from "./Legend";
import { labelsOf, layout, NAMES, NAMES_NARROW } from "./place";
import { bring, middle, nearest, neighbour, same, topOf, within } from "./pointing";
import { useSays } from "./says";
import classes from "./Timeline.module.css";
import { type Lane, lines, type Picture, type Stop, scale, stops } from "./timeline";
import { DEEPEST, focusOf, timesFor, useZoom } from "./zoom";

const NARROW = 640;
const LEAST = 520;
const SCROLLBAR = 12;

/** How many times as wide it is drawn, and the moment that was put in the middle. */
type View = { readonly zoom: number; readonly around: number | null };

type Shown = { readonly row: number; readonly stop: Stop };

/** The session as a picture: a lane a person, on the clinic's clock. */
export function Timeline({
  picture,
  clock,
  chosen,
  choose,
  lit,
}: {
  picture: Picture;
  clock: Clock;
  chosen: Chosen | null;
  choose: (chosen: Chosen) => void;
  /** The entries behind what is chosen. */
  lit: readonly Entry[];
}) {
  const { t } = useTranslation();
  const says = useSays(clock);
  const { ref, width } = useElementSize();
  const [{ zoom, around }, setView] = useState<View>({ zoom: 1, around: null });
  const [shown, show] = useState<Shown | null>(null);
  const [heard, hear] = useState("");
  const region = useRef<HTMLElement>(null);
  const id = useId();

  const narrow = width > 0 && width < NARROW;
  const names = narrow ? NAMES_NARROW : NAMES;
  const plot = Math.max(width - names, LEAST) * zoom;
  const x = scale(picture, plot);
  const labels = lines(labelsOf(picture, x, clock, t));
  const place = layout(picture, labels, narrow);

  const focus = chosen && focusOf(picture, chosen, lit);
  const close = focus ? timesFor(picture, focus) : 1;

  useZoom(region, zoom, around === null ? null : x(around));

  function widen(times: number, at: number | null = null) {
    setView({ zoom: times, around: at });
    hear(t("record.line.zoomed", { times }));
  }

  function step(lane: Lane, by: 1 | -1) {
    const along = stops(lane);
    const at = shown?.row === lane.row ? along.findIndex((one) => same(one, shown.stop)) : -1;
    const next = along[at === -1 ? (by === 1 ? 0 : along.length - 1) : at + by];
    if (next === undefined) return;
    show({ row: lane.row, stop: next });
    hear(says.stop(next));
    bring(region.current, x(next.at));
  }

  function onKey(event: KeyboardEvent<HTMLButtonElement>, lane: Lane) {
    const way = { ArrowRight: 1, ArrowLeft: -1 } as const;
    const move = { ArrowDown: 1, ArrowUp: -1 } as const;
    if (event.key in way) step(lane, way[event.key as keyof typeof way]);
    else if (event.key in move)
      neighbour(event.currentTarget, move[event.key as keyof typeof move]);
    else if (event.key === "Escape") show(null);
    else return;
    event.preventDefault();
  }

  function at(event: PointerEvent<HTMLElement>): Shown | null {
    const box = event.currentTarget.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const lane = picture.lanes.find((one) => within(place, one.row, py));
    const stop = lane && nearest(lane, px, x);
    return lane && stop ? { row: lane.row, stop } : null;
  }

  return (
    <div className={classes.line}>
      <div className={classes.tools}>
        <p className="soft">
          {t("record.line.keys")} <span className="heard-only">{t("record.line.table")}</span>
        </p>
        <div className={classes.zoom}>
          {focus && close > 1 && (
            <Button onClick={() => widen(close, (focus.since + focus.until) / 2)}>
              {t("record.line.toChosen")}
            </Button>
          )}
          <Button disabled={zoom <= 1} onClick={() => widen(zoom / 2)}>
            {t("record.line.wider")}
          </Button>
          <Button disabled={zoom >= DEEPEST} onClick={() => widen(zoom * 2)}>
            {t("record.line.closer")}
          </Button>
          {zoom > 1 && <Button onClick={() => widen(1)}>{t("record.line.whole")}</Button>}
        </div>
      </div>
      <div ref={ref} className={classes.picture} style={{ height: place.height + SCROLLBAR }}>
        {width > 0 && (
          <>
            <ol className={classes.names} style={{ width: names }}>
              {place.lanes.map(({ lane, top, heading }) => (
                <li key={lane.row}>
                  {heading && (
                    <span className={classes.heading} style={{ top: top - place.gap }}>
                      {t(`record.${heading}`)}
                    </span>
                  )}
                  <button
                    type="button"
                    className={classes.name}
                    style={{ top, height: place.lane }}
                    title={lane.person.person ?? ""}
                    aria-label={says.lane(lane)}
                    aria-pressed={chosen?.row === lane.row}
                    onKeyDown={(event) => onKey(event, lane)}
                    onBlur={() => show(null)}
                    onClick={() =>
                      choose({
                        row: lane.row,
                        figure: shown?.row === lane.row ? shown.stop.what : "credited",
                      })
                    }
                  >
                    {lane.person.person}
                  </button>
                </li>
              ))}
            </ol>
            <section
              ref={region}
              className={classes.region}
              aria-label={t("record.line.region")}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
              tabIndex={0}
              style={{ left: names }}
            >
              <div
                className={classes.plot}
                style={{ width: plot, height: place.height }}
                onPointerMove={(event) => show(at(event))}
                onPointerLeave={() => show(null)}
                onClick={(event) => {
                  const found = at(event as unknown as PointerEvent<HTMLElement>);
                  if (found) choose({ row: found.row, figure: found.stop.what });
                }}
                aria-hidden="true"
              >
                <Lanes
                  picture={picture}
                  place={place}
                  labels={labels}
                  width={plot}
                  x={x}
                  clock={clock}
                  chosen={chosen?.row ?? null}
                  lit={lit}
                  id={id}
                />
                {shown && (
                  <Says
                    text={says.stop(shown.stop)}
                    x={x(middle(shown.stop))}
                    top={topOf(place, shown.row)}
                    width={plot}
                  />
                )}
              </div>
            </section>
          </>
        )}
      </div>
      <p className="heard-only" role="status">
        {heard}
      </p>
      <Legend id={`${id}-legend`} picture={picture} />
    </div>
  );
}

function Says({ text, x, top, width }: { text: string; x: number; top: number; width: number }) {
  const side = x < 120 ? "start" : x > width - 120 ? "end" : "middle";
  return (
    <div className={classes.says} data-side={side} style={{ left: x, top }}>
      {text}
    </div>
  );
}
