// A handout from somebody's own device, as pages to draw; it is sent and stored nowhere.

import type { Size } from "./steps";

export const LARGEST_MB = 30;
export const ACCEPTED = "application/pdf,image/png,image/jpeg,image/webp,image/gif";

/** Why a file can not be shown. */
export type WhyNot = "too_large" | "other_kind" | "locked" | "unreadable" | "empty";

export class Unshowable extends Error {
  constructor(readonly why: WhyNot) {
    super(why);
  }
}

export type Sheet = {
  readonly name: string;
  readonly pages: number;
  readonly size: (page: number) => Promise<Size>;
  /** A page so many px wide. */
  readonly draw: (page: number, width: number) => Promise<CanvasImageSource>;
  readonly close: () => void;
};

/** Open a PDF or a picture; throws Unshowable. */
export async function open(file: File): Promise<Sheet> {
  if (file.size > LARGEST_MB * 1024 * 1024) throw new Unshowable("too_large");
  if (file.size === 0) throw new Unshowable("empty");
  const begin = new Uint8Array(await file.slice(0, 5).arrayBuffer());
  // What a file is called says little: a PDF begins with its name.
  if (String.fromCharCode(...begin) === "%PDF-") return pdf(file);
  if (ACCEPTED.split(",").includes(file.type) && file.type.startsWith("image/"))
    return picture(file);
  throw new Unshowable("other_kind");
}

async function picture(file: File): Promise<Sheet> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Unshowable("unreadable");
  });
  const { width, height } = bitmap;
  return {
    name: file.name,
    pages: 1,
    size: async () => ({ width, height }),
    draw: async () => bitmap,
    close: () => bitmap.close(),
  };
}

async function pdf(file: File): Promise<Sheet> {
  const { getDocument, GlobalWorkerOptions } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const worker = new Worker(new URL("./pdf.worker.ts", import.meta.url), { type: "module" });
  GlobalWorkerOptions.workerPort = worker;
  const loading = getDocument({
    data: await file.arrayBuffer(),
    // The page's policy allows no code but its own files.
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    // Of what is odd in a file it shall show nothing but the pages.
    verbosity: 0,
  });
  const close = () => void loading.destroy().finally(() => worker.terminate());
  try {
    const document = await loading.promise;
    const page = (number: number) => document.getPage(number + 1);
    const size = async (number: number) => {
      const { width, height } = (await page(number)).getViewport({ scale: 1 });
      return { width, height };
    };
    await size(0);
    return { name: file.name, pages: document.numPages, size, draw, close };

    async function draw(number: number, width: number) {
      const one = await page(number);
      const natural = one.getViewport({ scale: 1 });
      const viewport = one.getViewport({ scale: width / natural.width });
      const canvas = window.document.createElement("canvas");
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      await one.render({ canvas, viewport }).promise;
      one.cleanup();
      return canvas;
    }
  } catch (error) {
    close();
    const locked = error instanceof Error && error.name === "PasswordException";
    throw new Unshowable(locked ? "locked" : "unreadable");
  }
}
