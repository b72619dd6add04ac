// How a handout is gone through: page by page, or in parts where a page is as wide as the picture.

/** The longer side of what is shared, in px: enough for small print. */
const LONG = 1600;
/** What one sees of a page that is shown in its full width. */
const PART = { width: LONG, height: (LONG * 9) / 16 } as const;

export type Zoom = "page" | "width";
/** Which page, and which part of it from the top. */
export type Step = { readonly page: number; readonly part: number };
export type Size = { readonly width: number; readonly height: number };

// Of each part so much is seen again in the next one, so that no line is lost between them.
const AGAIN = 0.12;

/** How large a page is drawn, in px. */
export function drawn(page: Size, zoom: Zoom): Size {
  const longer = zoom === "width" ? page.width : Math.max(page.width, page.height);
  const scale = LONG / longer;
  return { width: Math.round(page.width * scale), height: Math.round(page.height * scale) };
}

/** How large the shared picture is: as the page is, so that each screen shows it as large as it can. */
export function frame(page: Size, zoom: Zoom): Size {
  const { width, height } = drawn(page, zoom);
  return { width, height: zoom === "width" ? Math.min(height, PART.height) : height };
}

/** How many parts a page has. */
export function parts(page: Size, zoom: Zoom): number {
  const over = drawn(page, zoom).height - frame(page, zoom).height;
  return over <= 1 ? 1 : 1 + Math.ceil(over / (PART.height * (1 - AGAIN)));
}

/** How far down the page a part begins, in px. */
export function top(page: Size, zoom: Zoom, part: number): number {
  const last = drawn(page, zoom).height - frame(page, zoom).height;
  return Math.min(last, part * PART.height * (1 - AGAIN));
}

/** The next part, or the next page; the same where there is none. */
export function onward(at: Step, page: Size, zoom: Zoom, pages: number): Step {
  if (at.part + 1 < parts(page, zoom)) return { ...at, part: at.part + 1 };
  return at.page + 1 < pages ? { page: at.page + 1, part: 0 } : at;
}

/** The part before, or the page before; the same where there is none. */
export function back(at: Step): Step {
  if (at.part > 0) return { ...at, part: at.part - 1 };
  return at.page > 0 ? { page: at.page - 1, part: 0 } : at;
}
