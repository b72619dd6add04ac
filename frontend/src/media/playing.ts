// What is heard: one hidden player for each voice, on the speaker that was chosen.

const AT_ONCE_MS = 500;

type Sinking = HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> };

export class Playing {
  private readonly players = new Map<string, Sinking>();
  private readonly waiting = new Set<Sinking>();
  private sink = "";

  /** `blocked` tells whether the browser holds sound back until somebody touches the page. */
  constructor(private readonly blocked: (on: boolean) => void) {}

  play(seat: string, track: MediaStreamTrack | null): void {
    this.stop(seat);
    if (track === null) return;
    const player: Sinking = document.createElement("audio");
    player.hidden = true;
    player.srcObject = new MediaStream([track]);
    this.players.set(seat, player);
    // A phone call, or headphones that are pulled out, pause it; nothing else would go on.
    let begun = Number.NEGATIVE_INFINITY;
    player.onplay = () => {
      begun = performance.now();
    };
    player.onpause = () => {
      if (this.players.get(seat) !== player) return;
      // Paused again at once: that is somebody's will, or the system's, and theirs to undo.
      if (performance.now() - begun < AT_ONCE_MS) this.hold(player, true);
      else this.start(player);
    };
    document.body.append(player);
    if (this.sink !== "") void player.setSinkId?.(this.sink).catch(() => undefined);
    this.start(player);
    media(true);
  }

  /** Whom one may hear: what comes from anybody else is not played, whatever they send. */
  allow(may: (seat: string) => boolean): void {
    for (const [seat, player] of this.players) player.muted = !may(seat);
  }

  speaker(id: string): void {
    this.sink = id;
    for (const player of this.players.values()) void player.setSinkId?.(id).catch(() => undefined);
  }

  /** From within a touch or a key: play what was held back. */
  resume(): void {
    for (const player of [...this.waiting]) this.start(player);
  }

  stop(seat: string): void {
    const player = this.players.get(seat);
    if (player === undefined) return;
    this.players.delete(seat);
    player.pause();
    player.srcObject = null;
    player.remove();
    this.hold(player, false);
    if (this.players.size === 0) media(false);
  }

  end(): void {
    for (const seat of [...this.players.keys()]) this.stop(seat);
  }

  private start(player: Sinking): void {
    player.play().then(
      () => this.hold(player, false),
      (error: unknown) => {
        const refused = error instanceof DOMException && error.name === "NotAllowedError";
        this.hold(player, refused && player.isConnected);
      },
    );
  }

  private hold(player: Sinking, held: boolean): void {
    const before = this.waiting.size;
    if (held) this.waiting.add(player);
    else this.waiting.delete(player);
    if (before > 0 !== this.waiting.size > 0) this.blocked(this.waiting.size > 0);
  }
}

/** Tell the system that something plays, so that a locked phone goes on playing it. */
function media(on: boolean): void {
  const session = navigator.mediaSession;
  if (session === undefined || typeof MediaMetadata === "undefined") return;
  // A lock screen is seen by anybody: it tells nothing of the group.
  session.metadata = on ? new MediaMetadata({ title: "vgroup" }) : null;
  session.playbackState = on ? "playing" : "none";
}
