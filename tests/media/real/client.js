// A page of the tests that speaks the room's protocol and nothing of the web app's. It can lie: it
// then sends on all three lines, whatever it is told, and lets go of no connection, until the test
// lets it join anew. In a group that is encrypted it takes the web app's encryption from
// `window.lab`; where that is not, it has no key.
(() => {
  const SOURCES = ["microphone", "camera", "share"];
  const ORDERS = ["permitted", "again", "over"];

  class Client {
    constructor({ url, ticket, lies = false, video = true, others = [] }) {
      Object.assign(this, { url, lies, video, others });
      this.heard = [];
      this.streams = [];
      this.names = new Map(); // of lines by their mid: what they carry, or carried last
      this.seen = new Map(); // what had come in when it was last looked at, by the id of its report
      this.sums = {};
      this.began = performance.now();
      this.marks = {};
      this.refs = 0;
      this.socket = new WebSocket(url, ["vgroup.v1", `ticket.${ticket}`]);
      this.socket.onopen = () => this.send({ type: "hello", resume: null });
      // A silent socket is closed, and a device that has gone has no media.
      this.beating = setInterval(() => this.send({ type: "beat" }), 5000);
      this.socket.onclose = ({ code }) => this.heard.push({ kind: "closed", code });
      this.work = Promise.resolve();
      this.socket.onmessage = ({ data }) => {
        const frame = JSON.parse(data);
        this.work = this.work.then(() => this.take(frame)).catch((error) => {
          this.heard.push({ kind: "trouble", error: String(error) });
        });
      };
      this.frames = [];
    }

    send(frame) {
      if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
    }

    say(data) {
      this.send({ type: "media", data });
    }

    command(type, fields = {}) {
      const ref = `page-${++this.refs}-${Math.random()}`;
      this.send({ type: "command", ref, command: { type, ...fields } });
    }

    async take(frame) {
      if (frame.type === "welcome" && frame.snapshot && !this.welcomed) {
        this.welcomed = true;
        this.seat = frame.snapshot.you.seat;
        await this.open();
        this.say({ kind: "join" });
      }
      if (frame.type === "media") await this.hear(frame.data);
      else if (frame.type === "signal") this.protection?.heard(frame.sender, frame.data);
      else if (frame.type === "error") this.frames.push(frame);
    }

    async open() {
      const wanted = { audio: true, video: this.video && { width: 320, height: 240, frameRate: 10 } };
      this.local = await navigator.mediaDevices.getUserMedia(wanted);
      const [audio] = this.local.getAudioTracks();
      const [video] = this.local.getVideoTracks();
      this.tracks = [audio, video, drawn()];
    }

    async hear(message) {
      const { kind } = message;
      this.heard.push({ at: performance.now() - this.began, ...message, sdp: undefined });
      if (this.lies && ORDERS.includes(kind)) return;
      if (kind === "ready") await this.begin(message);
      if (kind === "answered") await this.sender.setRemoteDescription({ type: "answer", sdp: message.sdp });
      if (kind === "offer") await this.answer(message);
      if (kind === "permitted") await this.permit(message.permit);
      if (kind === "again") {
        this.close();
        this.say({ kind: "join" });
      }
      if (kind === "over") this.close();
    }

    options({ ice_servers, relay }) {
      return {
        iceServers: ice_servers.filter(({ urls }) => urls.length > 0),
        iceTransportPolicy: relay ? "relay" : "all",
        bundlePolicy: "max-bundle",
        ...(this.protection ? window.lab.configuration() : {}),
      };
    }

    protect({ encrypted, leg, permit }) {
      if (!encrypted || !window.lab) return undefined;
      const protection = new window.lab.Encryption({
        seat: this.seat,
        leg,
        place: permit.place,
        session: this.url.split("/").at(-1),
        send: (to, data) => this.send({ type: "signal", to, data }),
        changed: (state) => {
          this.protected = state;
        },
      });
      protection.members(this.others.map((seat) => ({ seat })));
      return protection;
    }

    async begin(ready) {
      this.close();
      this.ready = ready;
      this.streams = [];
      this.names = new Map();
      this.seen = new Map();
      this.protection = this.protect(ready);
      const sender = new RTCPeerConnection(this.options(ready));
      this.sender = sender;
      this.lines = [
        sender.addTransceiver("audio", { direction: "sendonly" }),
        sender.addTransceiver("video", { direction: "sendonly" }),
        sender.addTransceiver("video", { direction: "sendonly" }),
      ];
      for (const [index, line] of this.lines.entries()) {
        if (!this.protection) break;
        line.setCodecPreferences(window.lab.codecs(index === 0 ? "audio" : "video"));
        this.protection.sender(line.sender, SOURCES[index]);
      }
      await this.permit(ready.permit);
      await sender.setLocalDescription(await sender.createOffer());
      await gathered(sender);
      this.say({ kind: "publish", sdp: sender.localDescription.sdp });
    }

    async permit(permit) {
      for (const [index, source] of SOURCES.entries()) {
        const track = this.tracks[index];
        if (!track) continue;
        if (permit[source] || this.lies) await this.lines[index].sender.replaceTrack(track);
        else await this.lines[index].sender.replaceTrack(null);
      }
    }

    async answer({ n, sdp, streams }) {
      if (!this.receiver) {
        const receiver = new RTCPeerConnection(this.options(this.ready));
        receiver.ontrack = ({ track, transceiver }) => {
          const line = this.streams.find(({ mid }) => mid === transceiver.mid);
          if (line) this.protection?.receiver(transceiver.receiver, line.seat, line.source);
          this.play(track, transceiver);
        };
        this.receiver = receiver;
      }
      const receiver = this.receiver;
      await this.received(); // what a line carries from now counts for whoever has it now
      this.streams = streams;
      for (const { mid, seat, source } of streams) this.names.set(mid, `${seat} ${source}`);
      await receiver.setRemoteDescription({ type: "offer", sdp });
      await receiver.setLocalDescription(await receiver.createAnswer());
      await gathered(receiver);
      this.say({ kind: "answer", n, sdp: receiver.localDescription.sdp });
    }

    play(track, { mid }) {
      // Chromium decodes what is played.
      const element = document.createElement(track.kind);
      element.dataset.mid = mid;
      element.srcObject = new MediaStream([track]);
      element.autoplay = true;
      element.muted = track.kind === "video";
      document.body.append(element);
      element.play().catch(() => undefined);
      if (track.kind === "video")
        element.requestVideoFrameCallback(() => {
          this.marks.picture ??= performance.now() - this.began;
        });
    }

    close() {
      this.sender?.close();
      this.receiver?.close();
      this.protection?.close();
      this.sender = this.receiver = this.protection = undefined;
      for (const element of document.querySelectorAll("audio, video")) element.remove();
    }

    // What has come in so far, by "seat source": packets, and pictures or samples decoded. A line
    // that is offered no more counts for whom it carried.
    async received() {
      const { receiver } = this;
      const stats = receiver ? await receiver.getStats() : new Map();
      if (receiver !== this.receiver) return this.sums;
      const seen = new Map();
      for (const one of stats.values()) {
        if (one.type !== "inbound-rtp") continue;
        const heard = one.totalSamplesReceived - (one.concealedSamples ?? 0);
        const now = {
          packets: one.packetsReceived,
          decoded: (one.kind === "video" ? one.framesDecoded : heard) ?? 0,
          energy: one.totalAudioEnergy ?? 0,
        };
        seen.set(one.id, now);
        const name = this.names.get(one.mid) ?? `? ${one.kind}`;
        const [sum, before] = [(this.sums[name] ??= {}), this.seen.get(one.id) ?? {}];
        for (const key of Object.keys(now))
          sum[key] = (sum[key] ?? 0) + now[key] - (before[key] ?? 0);
      }
      this.seen = seen;
      return this.sums;
    }

    // Packets sent so far, by source.
    async sent() {
      const packets = {};
      const stats = this.sender ? await this.sender.getStats() : new Map();
      for (const one of stats.values())
        if (one.type === "outbound-rtp") packets[SOURCES[Number(one.mid)]] = one.packetsSent;
      return packets;
    }

    // The kinds of the candidates in use on this side, of both connections; of a relay also how it
    // is reached.
    async ways() {
      const kinds = [];
      for (const connection of [this.sender, this.receiver]) {
        if (!connection) continue;
        const stats = await connection.getStats();
        for (const one of stats.values()) {
          const pair = one.type === "transport" && stats.get(one.selectedCandidatePairId);
          if (!pair) continue;
          const { candidateType, relayProtocol } = stats.get(pair.localCandidateId);
          kinds.push(relayProtocol ? `${candidateType} over ${relayProtocol}` : candidateType);
        }
      }
      return kinds;
    }

    // The kinds of the candidates this page has named, in all it has said.
    offered() {
      const named = [this.sender, this.receiver].map((one) => one?.localDescription?.sdp ?? "");
      return [...named.join("").matchAll(/ typ (\w+)/g)].map(([, kind]) => kind);
    }

    wants(on, source) {
      const streams = this.streams.filter((one) => one.source === source);
      this.say({ kind: "want", streams: streams.map(({ mid }) => ({ mid, on, layer: 2 })) });
    }

    states() {
      return [this.sender?.connectionState, this.receiver?.connectionState];
    }
  }

  // A picture that is drawn, as if it were a screen.
  function drawn() {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [320, 240];
    const pen = canvas.getContext("2d");
    setInterval(() => {
      pen.fillStyle = `hsl(${performance.now() % 360} 80% 50%)`;
      pen.fillRect(0, 0, 320, 240);
    }, 100);
    return canvas.captureStream(10).getVideoTracks()[0];
  }

  function gathered(connection) {
    if (connection.iceGatheringState === "complete") return undefined;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 3000);
      connection.addEventListener("icegatheringstatechange", () => {
        if (connection.iceGatheringState !== "complete") return;
        clearTimeout(timer);
        resolve();
      });
    });
  }

  window.Client = Client;
})();
