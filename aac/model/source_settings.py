"""The settings of switches other than the usual keys: limits, units, labels, help."""

from __future__ import annotations

from aac.model.declared import Choice, Declaration, Number, Switch, Text, Texts

# Hertz, from and to.  Hums of grown-ups begin near 80; clicks of the tongue have most of their
# sound between 1 and 3 kHz; a microphone is heard up to 3.8 kHz.
SOUND_BANDS = {"hum": (80.0, 500.0), "click": (1000.0, 3800.0), "any": (80.0, 3800.0)}

OTHER_SWITCHES: tuple[Declaration, ...] = (
    Texts(
        "switch_map",
        "More switches, and what each does",
        "One in each line: where the press comes from, then = and what it does. For example: "
        "gamepad:0 = 1, key:f9 = call, serial:cts = 2, sound = 1, socket:lamp = rest, "
        "key:f8 = say: I need help. Left: key, gamepad, serial, sound or socket. Right: a switch, "
        "1 to 5, or speak, call, rest, undo, say: and a phrase.",
    ),
    Number(
        "sound_level",
        "Loud enough to press",
        "How loud a sound has to be. 0 is the loudest there is. Let the meter above show sound, "
        "and choose a value between the quiet room and the person’s own sound.",
        -70.0,
        -5.0,
        1.0,
        unit="dB",
    ),
    Choice(
        "sound_band",
        "Kind of sound",
        "Only the chosen kind is listened to.",
        {"hum": "A hum or the voice", "click": "A click of the tongue", "any": "Any sound"},
    ),
    Number(
        "sound_hold",
        "Sound has to last",
        "Shorter sounds do not count. Longer keeps coughs and noises out; 0 for a click.",
        0.0,
        2.0,
        0.05,
    ),
    Switch(
        "sound_while_speaking",
        "Listen while Wren can be heard",
        "Turn on only with headphones for Wren’s voice, or a microphone at the throat: else the "
        "voice presses the switch.",
    ),
    Text(
        "serial_port",
        "Serial port",
        "Empty: the first USB one. Else its name, such as COM3 or /dev/ttyUSB0.",
    ),
    Choice(
        "serial_speed",
        "Speed of the serial port",
        "As the device at the other end has it. It does not matter for a plain contact.",
        {"9600": "9600", "19200": "19200", "57600": "57600", "115200": "115200"},
    ),
    Choice(
        "serial_sends",
        "The serial device sends",
        "Whether each word ends with a new line, or each single letter counts.",
        {"lines": "Lines", "letters": "Letters"},
    ),
    Switch(
        "socket_on",
        "Other programs may press switches",
        "Programs on this computer may press a switch through a local socket. They need the "
        "secret in the file switch-socket-token in Wren’s folder.",
    ),
    Number(
        "socket_port",
        "Port of the local socket",
        "Choose another one if this is taken.",
        1024,
        65535,
        1,
        unit="",
        whole=True,
    ),
)
