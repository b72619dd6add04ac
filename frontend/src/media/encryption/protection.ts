// What the media client asks of encryption between devices; it knows nothing of how it is done.

/** What a line carries; the same names as in the media messages. */
export type Source = "microphone" | "camera" | "share";

/** Somebody of this place who may have media; `leg` where the engine tells it. */
export type Member = { readonly seat: string; readonly leg?: string };

/** How it stands, for the page. */
export type Protected = {
  /** What people may compare aloud: four groups of four digits; null until all devices agree. */
  readonly safety: readonly string[] | null;
  /** Whether what this device sends leaves it, encrypted; before, nothing leaves it at all. */
  readonly ready: boolean;
  /** With whom keys are not exchanged yet: they neither hear nor see us, nor we them. */
  readonly waiting: readonly string[];
};

export type Terms = {
  readonly seat: string;
  /** This device's name in the place, from `ready`. */
  readonly leg: string;
  readonly place: string;
  /** The id of the session: keys of one room open nothing in another. */
  readonly session: string;
  /** Hand a message to the relay, to a seat's devices in this place; it may be lost. */
  readonly send: (toSeat: string, data: Record<string, unknown>) => void;
  readonly changed: (state: Protected) => void;
};

/**
 * The encryption of one device's media for as long as it has one leg in one place.
 *
 * After `again` or `over`: `close()`, and a new one for the next `ready`. Connections are made
 * with `configuration()` and lines with `codecs(kind)`, both from `support.ts`.
 */
export interface Protection {
  /** At once after `addTransceiver`, before anything is negotiated; tracks may then be replaced. */
  sender(sender: RTCRtpSender, source: Source): void;
  /** In the `track` event, before any other turn of the loop; a reused line may be told anew. */
  receiver(receiver: RTCRtpReceiver, seat: string, source: Source): void;
  /** Whoever else is in the place and may have media, whole, at the start and at each change. */
  members(list: readonly Member[]): void;
  /** A signal came; what makes no sense is ignored. */
  heard(senderSeat: string, data: unknown): void;
  close(): void;
}
