// The camera, with a finder that shows what looks like a code. Frames stay on the
// device, and the camera is off as soon as a code was read or the screen is left.

import { button, element } from "../element.ts";
import { search } from "./picture.ts";

/** The camera on a screen. */
export interface Finder {
  readonly content: HTMLElement;
  stop(): void;
}

const largestSide = 1280;
const milliseconds = 120;

/** Makes a finder, which starts when asked to and gives the text of each code that it reads. */
export function cameraFinder(found: (text: string) => Promise<void>): Finder {
  const video = element("video", {
    muted: true,
    playsinline: true,
    autoplay: true,
    "aria-label": "What the camera sees",
  });
  const overlay = element("canvas", { "aria-hidden": "true" });
  const frame = element("div", { class: "frame", hidden: true }, video, overlay);
  const words = element("p", { role: "status" });
  let stream: MediaStream | undefined;

  const stop = (): void => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = undefined;
    video.srcObject = null;
    frame.hidden = true;
    words.textContent = "";
    toggle.textContent = "Use the camera";
  };
  const start = async (): Promise<void> => {
    words.textContent = "Asking for the camera …";
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    } catch (cause) {
      words.textContent = refusal(cause as DOMException);
      return;
    }
    frame.hidden = false;
    toggle.textContent = "Stop the camera";
    words.textContent = "Hold the code so that it fills most of the frame.";
    video.srcObject = stream;
    await look(stream);
  };
  const look = async (from: MediaStream): Promise<void> => {
    for (let last: string | undefined; stream === from; await nextFrame(video)) {
      const pixels = pixelsOf(video);
      if (!pixels) continue;
      const { text, outline } = await search(pixels, milliseconds);
      if (stream !== from) return;
      draw(overlay, pixels.width, pixels.height, outline);
      if (text === undefined || text === last) continue;
      last = text; // what is no code of ours is told once
      await found(text);
    }
  };
  const toggle = button("Use the camera", () => (stream ? stop() : void start()), { class: "button main" });
  const content = element(
    "section",
    { class: "card camera" },
    element("h2", {}, "The camera"),
    element("p", {}, "Point it at a code on paper or on a screen."),
    frame,
    words,
    toggle,
  );
  return { content, stop };
}

const wanted: MediaTrackConstraints = { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } };

/** Waits for the next frame, or a while where the page is not seen. */
function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 250);
    video.requestVideoFrameCallback?.(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function pixelsOf(video: HTMLVideoElement): ImageData | undefined {
  if (video.videoWidth === 0) return undefined;
  const scale = Math.min(1, largestSide / Math.max(video.videoWidth, video.videoHeight));
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
  context.drawImage(video, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

function draw(
  overlay: HTMLCanvasElement,
  width: number,
  height: number,
  outline: { x: number; y: number }[] | undefined,
): void {
  overlay.width = width;
  overlay.height = height;
  if (!outline?.length) return;
  const context = overlay.getContext("2d")!;
  context.lineWidth = Math.max(4, width / 160);
  context.lineJoin = "round";
  context.strokeStyle = "#7ff0c4";
  context.beginPath();
  outline.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
  context.stroke();
}

/** Why there is no camera, and what to do. */
function refusal(cause: DOMException | undefined): string {
  if (!window.isSecureContext) return "Browsers give the camera to pages by https alone: choose a picture instead.";
  if (cause?.name === "NotAllowedError")
    return "The camera is not allowed for this page: allow it in the address bar, or choose a picture instead.";
  if (cause?.name === "NotFoundError") return "There is no camera here: choose a picture instead.";
  return "The camera could not be started, perhaps because something else uses it: choose a picture instead.";
}
