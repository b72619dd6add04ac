import { useTranslation } from "react-i18next";
import type { Entry } from "../../api/record";
import type { Clock } from "./clock";
import { baseline, type Place, type PlacedLane } from "./place";
import { Sign, signOf } from "./Sign";
import classes from "./Timeline.module.css";
import { atOf, type Label, layered, type Picture, type Span, ticks } from "./timeline";

type X = (at: number) => number;

/** The drawing itself; everything in it is said elsewhere in words. */
export function Lanes({
  picture,
  place,
  labels,
  width,
  x,
  clock,
  chosen,
  lit,
  id,
}: {
  picture: Picture;
  place: Place;
  labels: readonly (Label & { readonly line: number })[];
  width: number;
  x: X;
  clock: Clock;
  chosen: number | null;
  lit: readonly Entry[];
  id: string;
}) {
  const hatch = `${id}-hatch`;
  const [top, bottom] = [place.head, place.bottom];
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden; the lanes' names and the table say it
    <svg width={width} height={place.height} className={classes.svg}>
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2="6" className={classes.hatch} />
        </pattern>
      </defs>
      {picture.running.map((span) => (
        <Shade key={span.since} span={span} x={x} top={top} bottom={bottom} kind="running" />
      ))}
      {[...picture.breaks, ...picture.holds].map((span) => (
        <Shade key={span.since} span={span} x={x} top={top} bottom={bottom} kind="paused" />
      ))}
      {place.lanes.map(
        (one) =>
          one.lane.row === chosen && (
            <rect
              key={one.lane.row}
              className={classes.chosen}
              x="0"
              y={one.top}
              width={width}
              height={place.lane}
              rx="8"
            />
          ),
      )}
      {[picture.plannedStart, picture.plannedEnd].map(
        (at) =>
          at !== null && (
            <line
              key={at}
              className={classes.planned}
              x1={x(at)}
              x2={x(at)}
              y1={top - 4}
              y2={bottom}
            />
          ),
      )}
      {labels.map((label) => (
        <text
          key={`${label.text} ${label.x}`}
          className={classes.label}
          x={label.x}
          y={place.head - 10 - baseline(label.line) + 14}
          textAnchor={label.anchor}
        >
          {label.text}
        </text>
      ))}
      {place.lanes.map((one) => (
        <Person
          key={one.lane.row}
          placed={one}
          height={place.lane}
          width={width}
          x={x}
          hatch={hatch}
        />
      ))}
      <Lit lit={lit} place={place} row={chosen} picture={picture} x={x} />
      <g className={classes.axis}>
        <line x1="0" x2={width} y1={bottom} y2={bottom} />
        {ticks(picture, width).map((at) => (
          <g key={at}>
            <line x1={x(at)} x2={x(at)} y1={bottom} y2={bottom + 5} />
            <text x={x(at)} y={bottom + 20} textAnchor={edge(x(at), width)}>
              {timeOf(at, clock)}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}

function timeOf(at: number, clock: Clock): string {
  return at % 60_000 === 0 ? clock.short(at) : clock.exact(at);
}

function edge(x: number, width: number): "start" | "middle" | "end" {
  if (x < 20) return "start";
  return x > width - 20 ? "end" : "middle";
}

function Shade({
  span,
  x,
  top,
  bottom,
  kind,
}: {
  span: Span;
  x: X;
  top: number;
  bottom: number;
  kind: "running" | "paused";
}) {
  return (
    <rect
      className={classes[kind]}
      x={x(span.since)}
      y={top}
      width={Math.max(1, x(span.until) - x(span.since))}
      height={bottom - top}
    />
  );
}

const BAR = 14;
const THIN = 8;
// However short a time was, it shows.
const LEAST_PX = 5;

function Person({
  placed,
  height,
  width,
  x,
  hatch,
}: {
  placed: PlacedLane;
  height: number;
  width: number;
  x: X;
  hatch: string;
}) {
  const { t } = useTranslation();
  const { lane } = placed;
  const y = placed.top + height / 2;
  const from = (span: Span) => Math.min(x(span.since), width - LEAST_PX);
  // Waiting grows backwards, so that it shows beside the time inside that follows it.
  const waited = (span: Span) => Math.max(0, Math.min(x(span.since), x(span.until) - LEAST_PX));
  const bar = (
    span: Span,
    thick: number,
    name: string | undefined,
    fill?: string,
    left = from(span),
  ) => (
    <rect
      key={`${name} ${span.since}`}
      className={name}
      x={left}
      y={y - thick / 2}
      width={Math.max(LEAST_PX, x(span.until) - x(span.since))}
      height={thick}
      rx={thick / 2}
      fill={fill}
    />
  );
  const rule = (span: Span, at: number, name: string | undefined) => (
    <line
      key={`${name} ${span.since}`}
      className={name}
      x1={from(span)}
      x2={Math.max(x(span.until), from(span) + LEAST_PX)}
      y1={at}
      y2={at}
    />
  );
  const expected = lane.person.status === "expected";
  const began = lane.present.length + lane.waiting.length > 0;
  return (
    <g>
      {lane.waiting.map((span) => bar(span, THIN, classes.waiting, `url(#${hatch})`, waited(span)))}
      {lane.gaps.map((span) => rule(span, y, classes.gap))}
      {lane.present.map((span) => bar(span, BAR, classes.present))}
      {lane.credited.map((span) => bar(span, BAR, classes.credited))}
      {lane.away.map((span) => rule(span, y - 11, classes.away))}
      {!began && (
        <text className={expected ? classes.label : classes.absent} x="12" y={y + 5}>
          {t(expected ? "record.status.expected" : "record.line.notHere")}
        </text>
      )}
      {layered(lane.marks).map((mark) => (
        <Sign
          key={`${mark.figure} ${mark.entry}`}
          sign={signOf(mark.figure)}
          x={x(mark.at)}
          y={y}
        />
      ))}
    </g>
  );
}

/** Lines where a chosen figure comes from: through a lane, or for the group through all. */
function Lit({
  lit,
  place,
  row,
  picture,
  x,
}: {
  lit: readonly Entry[];
  place: Place;
  row: number | null;
  picture: Picture;
  x: X;
}) {
  const lane = place.lanes.find((one) => one.lane.row === row);
  const [top, bottom] = lane ? [lane.top, lane.top + place.lane] : [place.head, place.bottom];
  const shown = lit.filter((entry) => atOf(entry) >= picture.since && atOf(entry) <= picture.until);
  return shown.map((entry) => (
    <line
      key={entry.entry}
      className={classes.lit}
      x1={x(atOf(entry))}
      x2={x(atOf(entry))}
      y1={top + 2}
      y2={bottom - 2}
    />
  ));
}
