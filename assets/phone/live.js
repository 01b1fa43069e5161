"use strict";
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const $ = (id) => document.getElementById(id);
  const QUIET_FOR = 12000; // milliseconds; a sign of life comes every five seconds
  let source = null, heard = 0, lost = false, forgotten = false;
  let sound = null, bell = null, pace = 0, calling = false, alarm = false;

  const put = (id, text, always) => {
    const place = $(id);
    if (place.textContent !== text) place.textContent = text;
    place.hidden = !text && !always;
  };

  const clock = (when) => {
    const today = when.toDateString() === new Date().toDateString();
    const day = today ? {} : { weekday: "long", day: "numeric", month: "long" };
    return when.toLocaleString(document.documentElement.lang,
      { hour: "2-digit", minute: "2-digit", ...day });
  };

  const show = (view) => {
    document.title = view.calling ? "🔔 " + view.call : words.title;
    put("state", view.state_text || "", true);
    put("said", view.said || "", true);
    put("said-at", view.said && view.said_at
      ? words.said_at.replace("{time}", clock(new Date(view.said_at * 1000))) : "");
    put("answer", view.answer_text || "");
    put("draft", view.draft ? words.draft.replace("{draft}", view.draft) : "");
    put("topic", view.topic ? words.topic.replace("{topic}", view.topic) : "");
    put("letters", view.letters || "");
    put("remark", view.remark || "");
    const lines = view.card || [];
    $("card").hidden = !lines.length;
    if ($("card-lines").dataset.shown !== lines.join("\n")) {
      $("card-lines").dataset.shown = lines.join("\n");
      $("card-lines").replaceChildren(...lines.map((line) => {
        const item = document.createElement("li");
        item.textContent = line;
        return item;
      }));
    }
    calling = Boolean(view.calling);
    alarm = Boolean(view.alarm);
    $("call").hidden = !calling;
    put("call-text", calling ? view.call || view.state_text : "", true);
    ring();
  };

  // --------------------------------------------------------------------------- ringing

  const tone = (at, pitch, length, loud) => {
    const wave = sound.createOscillator(), level = sound.createGain();
    wave.type = "square";
    wave.frequency.value = pitch;
    level.gain.setValueAtTime(0, at);
    level.gain.linearRampToValueAtTime(loud, at + 0.02);
    level.gain.setValueAtTime(loud, at + length - 0.03);
    level.gain.linearRampToValueAtTime(0, at + length);
    wave.connect(level).connect(sound.destination);
    wave.start(at);
    wave.stop(at + length);
  };

  const once = () => {
    if (navigator.vibrate) navigator.vibrate([400, 150, 400]);
    if (!sound) return;
    if (sound.state !== "running") sound.resume().catch(() => {});
    const at = sound.currentTime + 0.05;
    for (let n = 0; n < (alarm ? 4 : 2); n += 1) tone(at + n * 0.25, n % 2 ? 660 : 880, 0.22, 0.5);
  };

  const mayRing = () => sound !== null && sound.state === "running";

  const ring = () => {
    const wanted = !calling ? 0 : alarm ? 1300 : 2200; // milliseconds
    if (wanted !== pace) { // a call that becomes an alarm is heard as one at once
      clearInterval(bell);
      pace = wanted;
      if (wanted) {
        once();
        bell = setInterval(once, wanted);
      } else if (navigator.vibrate) navigator.vibrate(0);
    }
    document.documentElement.dataset.ringing = !pace ? "no" : mayRing() ? "loud" : "silent";
  };

  // Another call, a lock screen or the system may take the sound away: nobody may rely on it then.
  const tellRinging = () => {
    $("ring").textContent = mayRing() ? words.ring_try : words.ring_on;
    $("ring").className = mayRing() ? "plain" : "";
    $("ringing").textContent = !mayRing() ? words.ring_again
      : words.ring_ready + (navigator.wakeLock ? "" : " " + words.keep_on);
    ring();
  };

  const stayAwake = async () => {
    // Browsers allow it to encrypted pages only; where they do not, the page says so.
    if (!navigator.wakeLock || document.visibilityState !== "visible") return;
    try { await navigator.wakeLock.request("screen"); } catch (refused) { return; }
  };

  $("ring").addEventListener("click", () => {
    const Sound = window.AudioContext || window.webkitAudioContext;
    stayAwake();
    if (!Sound) {
      $("ringing").textContent = words.ring_never;
      return;
    }
    if (!sound) {
      sound = new Sound();
      sound.onstatechange = tellRinging;
    }
    sound.resume().catch(() => {}).then(() => {
      if (mayRing()) tone(sound.currentTime + 0.05, 880, 0.3, 0.3);
      tellRinging();
    });
  });

  // ---------------------------------------------------------------------------- sending

  const send = async (path, told) => {
    const answer = await fetch(path, {
      method: "POST", credentials: "same-origin", cache: "no-store",
      headers: { "Content-Type": "application/json" }, body: JSON.stringify(told),
    });
    if (!answer.ok) throw new Error(String(answer.status));
  };

  $("coming").addEventListener("click", () => {
    send("/coming", {}).catch(() => { put("lost", words.not_sent); });
  });

  $("reply").addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = $("text").value.trim();
    if (!text) return;
    try {
      await send("/reply", { text });
      $("text").value = "";
      $("sent").textContent = words.reply_sent;
    } catch (refused) {
      $("sent").textContent = words.not_sent;
    }
  });

  // ------------------------------------------------------------------------- connection

  const alive = () => {
    heard = Date.now();
    lost = false;
    put("lost", "");
  };

  // Wren lists who looks; a page behind others, or in a pocket, would not be heard.
  const looks = () => {
    if (lost || forgotten || document.visibilityState !== "visible") return;
    send("/here", {}).catch(() => { /* the silence is noticed elsewhere */ });
  };

  const listen = () => {
    if (source) source.close();
    source = new EventSource("/live");
    source.onopen = looks;
    source.onmessage = (event) => { alive(); show(JSON.parse(event.data)); };
    source.addEventListener("beat", alive);
  };

  const check = async () => {
    if (forgotten || Date.now() - heard < QUIET_FOR) return;
    if (!lost) {
      lost = true;
      put("lost", words.lost.replace("{time}", clock(new Date(heard))));
      put("state", "", true);
      if (sound) tone(sound.currentTime + 0.05, 330, 0.5, 0.2);
    }
    try {
      const answer = await fetch("/", { cache: "no-store", credentials: "same-origin" });
      if (answer.status === 404) {
        forgotten = true;
        source.close();
        calling = false;
        ring();
        show({});
        put("lost", words.forgotten);
        return;
      }
      if (answer.ok) listen();
    } catch (unreachable) { /* it is tried again */ }
  };

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    if (sound) { stayAwake(); sound.resume().catch(() => {}); }
    looks();
    check();
  });
  window.addEventListener("online", check);
  heard = Date.now();
  listen();
  setInterval(check, 4000);
  setInterval(looks, 8000);
})();
