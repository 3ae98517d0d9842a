/** A voice of this machine for a language, if it has one. Voices from elsewhere would send there what is read. */
function voiceFor(lang: string): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(lang));
}

/** Shows the read-aloud of a page where the machine has a voice for it. The rest is loaded when somebody presses it. */
export function offerReadAloud(): void {
  const root = document.querySelector<HTMLElement>("[data-read-aloud]");
  if (!root || !("speechSynthesis" in window)) return;
  const offer = () => {
    root.hidden = !voiceFor(document.documentElement.lang);
  };
  offer();
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  root
    .querySelector("button")
    ?.addEventListener("click", async () => (await import("./read-aloud.ts")).readAloud(root, voiceFor), {
      once: true,
    });
}
