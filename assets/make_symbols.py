"""Make ``symbols/``: two open sets of symbols as zips of SVG, and an index of words.

    python assets/make_symbols.py OPENMOJI HEALTHICONS NEWER EMOJIBASE

The four folders are the unpacked packages ``openmoji`` 17.0.0, ``healthicons`` 2.0.0,
``@iconify-json/healthicons`` 1.2.13, which has newer Health Icons, and ``emojibase-data`` 17.0.0,
which has Unicode's German words.  The drawings are taken as they are; the same packages give the
same bytes again.  What is left out: skin colours and flags (they would bury the rest), trade marks,
people doing sports by sex, and everything about laboratories, statistics and sex work.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

TARGET = Path(__file__).parent / "symbols"
SOURCE_DATE = (2026, 1, 1, 0, 0, 0)
HEAD = "id\ten\ten_words\tde\tde_words\n"

GROUPS = frozenset((
    "smileys-emotion", "people-body", "animals-nature", "food-drink", "travel-places",
    "activities", "objects", "symbols", "extras-openmoji",
))  # fmt: skip
SUBGROUPS_LEFT_OUT = frozenset((
    "brand", "flags", "queer-symbols", "emergency", "ui-element", "interaction", "av-symbol",
    "zodiac", "alphanum", "geometric", "climate-environment", "symbol-other", "person-sport",
    "person-fantasy", "game",
))  # fmt: skip
CATEGORIES = frozenset((
    "blood", "body", "conditions", "devices", "emotions", "exercise", "medications", "nutrition",
    "objects", "people", "places", "ppe", "specialties", "symbols",
))  # fmt: skip
HEALTH_LEFT_OUT = (
    "sex_worker", "rdt_", "logo", "cancer", "penis", "vagina", "sperm", "msm", "pwid", "ui_",
)  # fmt: skip
PERSONS_LEFT_OUT = frozenset(("trump", "Greta Thunberg", "HAL 9000"))

# Newer Health Icons, and their English names.
NEWER: Mapping[str, str] = {
    "cpap-machine": "breathing machine",
    "cpap-masks": "breathing masks",
    "cpap-tubes": "breathing tubes",
    "dialysis": "dialysis",
    "dry-eyes": "dry eyes",
    "dry-mouth": "dry mouth",
    "infusion-pump": "infusion pump",
    "intravenous-drip": "drip",
    "mental-health": "mental health",
    "nappy-diaper": "nappy",
    "occupational-therapy": "occupational therapy",
    "stitches": "stitches",
    "tissue": "tissue",
    "vegetables": "vegetables",
    "video": "video",
    "warning": "warning",
}

# Words of the bedside that the sets do not have: id -> English, German.
OURS: Mapping[str, tuple[str, str]] = {
    "openmoji-1F6BD": ("toilet, bathroom, pee, poo, commode", "Toilette, WC, Klo"),
    "openmoji-1F4FA": ("TV, television, watch TV", "Fernseher, fernsehen"),
    "openmoji-1F4A1": ("light, lamp, light on, light off", "Licht, Lampe, Licht an, Licht aus"),
    "openmoji-1F6CC": ("bed, lie down, turn me, reposition, turn over",
                       "Bett, hinlegen, drehen, lagern, umdrehen"),
    "openmoji-E31A": ("pillow, blanket, sheet", "Kissen, Decke, Bettdecke"),
    "openmoji-2795": ("more, plus", "mehr"),
    "openmoji-1F504": ("turn me, turn, again, change", "drehen, umdrehen, noch einmal, wechseln"),
    "openmoji-1F46A": ("family, my family", "Familie"),
    "openmoji-1F964": ("drink, a drink, straw, thirsty", "trinken, Durst, durstig, Strohhalm"),
    "openmoji-1F4A7": ("water, drop", "Wasser, Tropfen"),
    "openmoji-1F37D": ("eat, food, meal, hungry", "essen, Hunger, hungrig, Mahlzeit"),
    "openmoji-1F976": ("cold, I am cold, freezing", "kalt, frieren, mir ist kalt"),
    "openmoji-1F975": ("hot, I am hot, too warm", "heiß, warm, schwitzen, mir ist heiß"),
    "openmoji-1F634": ("sleep, tired, asleep", "schlafen, müde"),
    "openmoji-1F910": ("quiet, be quiet, cannot speak", "still, leise, nicht sprechen"),
    "openmoji-1F44D": ("good, yes, fine, OK", "gut, ja, in Ordnung"),
    "openmoji-1F44E": ("bad, no, not good", "schlecht, nein, nicht gut"),
    "openmoji-1F453": ("glasses, my glasses", "Brille"),
    "openmoji-1F9BB": ("hearing aid", "Hörgerät"),
    "openmoji-1FA9F": ("window, open the window", "Fenster, Fenster auf"),
    "openmoji-1F6AA": ("door, close the door", "Tür, Tür zu"),
    "openmoji-1F6BF": ("shower, wash me, wash", "Dusche, duschen, waschen"),
    "openmoji-1FAA5": ("toothbrush, brush my teeth, mouth care", "Zahnbürste, Zähne putzen"),
    "openmoji-1F4DE": ("phone, call, telephone", "Telefon, anrufen"),
    "openmoji-1F3B5": ("music", "Musik"),
    "openmoji-1F4D6": ("read, book", "lesen, Buch"),
    "openmoji-1F32C": ("air, wind, fan, fresh air, breathe", "Luft, Wind, Lüfter, frische Luft"),
    "openmoji-1FA91": ("chair, sit, sit up", "Stuhl, sitzen, aufsetzen"),
    "openmoji-1F9E3": ("scarf, warm clothes", "Schal"),
    "openmoji-1F455": ("shirt, clothes, get dressed", "Hemd, Kleidung, anziehen"),
    "openmoji-1F48A": ("pill, medicine, tablet", "Tablette, Medizin, Medikament"),
    "openmoji-1F6D1": ("stop", "Stopp, halt, aufhören"),
    "openmoji-2753": ("question, what", "Frage, was"),
    "openmoji-231A": ("time, watch, what time is it", "Uhr, Zeit, wie spät"),
    "openmoji-23F3": ("wait, later", "warten, später"),
    "openmoji-2764": ("love, heart, I love you", "Liebe, Herz, ich liebe dich"),
    "openmoji-1F64F": ("please, thank you, pray", "bitte, danke, beten"),
    "openmoji-1F198": ("help, emergency", "Hilfe, Notfall"),
    "openmoji-1F6C1": ("bath, bathe", "Bad, baden"),
    "openmoji-1F3E0": ("home, go home, house", "Zuhause, nach Hause, Haus"),
    "openmoji-1F468-200D-2695-FE0F": ("doctor", "Arzt"),
    "openmoji-E300": ("doctor, female doctor", "Ärztin"),
    "openmoji-1F9FB": ("toilet paper, paper", "Toilettenpapier"),
    "openmoji-1F4A9": ("poo, bowel, constipation", "Stuhlgang, Kot, Verstopfung"),
    "openmoji-1F927": ("tissue, sneeze, blow my nose, cold", "Taschentuch, niesen, Schnupfen"),
    "openmoji-1F922": ("sick, nausea, nauseous", "übel, Übelkeit, schlecht"),
    "openmoji-1F62D": ("cry, sad, crying", "weinen, traurig"),
    "openmoji-1F620": ("angry, cross", "wütend, böse, ärgerlich"),
    "openmoji-1F628": ("afraid, scared, fear", "Angst, ängstlich"),
    "openmoji-1F600": ("happy, glad", "glücklich, froh"),
    "openmoji-1F614": ("sad", "traurig"),
    "openmoji-1F4BB": ("computer", "Computer, Rechner"),
    "openmoji-1F4F1": ("mobile phone, tablet", "Handy, Smartphone"),
    "openmoji-1F697": ("car, drive", "Auto, fahren"),
    "openmoji-1F333": ("outside, garden, tree", "draußen, Garten, Baum"),
    "openmoji-2615": ("coffee, hot drink", "Kaffee, heißes Getränk"),
    "openmoji-1FAD6": ("tea", "Tee"),
    "healthicons-expectorate": ("suction, saliva, phlegm, mucus, spit, secretions",
                                "absaugen, Speichel, Schleim, Sekret, spucken"),
    "healthicons-coughing": ("cough, cough assist, choking", "husten, Hustenassistent"),
    "healthicons-ventilator": ("ventilator, breathing machine, mask, BiPAP",
                               "Beatmung, Beatmungsgerät"),
    "healthicons-cpap_masks": ("mask, breathing mask", "Maske, Atemmaske"),
    "healthicons-lungs": ("breathe, breath, short of breath, lungs", "atmen, Atem, Atemnot, Lunge"),
    "healthicons-oxygen_tank": ("oxygen, air", "Sauerstoff"),
    "healthicons-pain": ("pain, hurts, it hurts, sore", "Schmerz, Schmerzen, tut weh"),
    "healthicons-back_pain": ("back, back pain", "Rücken, Rückenschmerzen"),
    "healthicons-headache": ("head, headache", "Kopf, Kopfschmerzen"),
    "healthicons-stomach": ("stomach, belly, tummy", "Magen, Bauch"),
    "healthicons-leg": ("leg, legs, move my leg", "Bein, Beine"),
    "healthicons-arm": ("arm, arms, move my arm", "Arm, Arme"),
    "healthicons-foot": ("foot, feet", "Fuß, Füße"),
    "healthicons-head": ("head, move my head", "Kopf, Kopf bewegen"),
    "healthicons-spine": ("neck, spine", "Hals, Nacken, Wirbelsäule"),
    "healthicons-cpap_machine": ("ventilator, breathing machine, BiPAP, CPAP",
                                 "Beatmung, Beatmungsgerät"),
    "healthicons-tissue": ("tissue, wipe, wipe my mouth", "Taschentuch, abwischen, Mund abwischen"),
    "healthicons-mouth": ("mouth, lips", "Mund, Lippen"),
    "healthicons-dry_mouth": ("dry mouth, moisten my mouth", "trockener Mund, Mund befeuchten"),
    "healthicons-dry_eyes": ("eyes, dry eyes, eye drops", "Augen, Augentropfen"),
    "healthicons-eye": ("eye, eyes", "Auge, Augen"),
    "healthicons-ear": ("ear, ears", "Ohr, Ohren"),
    "healthicons-nose": ("nose", "Nase"),
    "healthicons-tooth": ("tooth, teeth", "Zahn, Zähne"),
    "healthicons-tongue": ("tongue", "Zunge"),
    "healthicons-bladder": ("bladder, catheter, urine", "Blase, Katheter, Urin"),
    "healthicons-hospitalized": ("hospital bed, lying in bed, head up, head down",
                                 "Krankenbett, Kopfteil, Kopf hoch, Kopf tief"),
    "healthicons-wheelchair": ("wheelchair, into the wheelchair", "Rollstuhl, in den Rollstuhl"),
    "healthicons-nurse": ("nurse, carer, helper", "Pflegerin, Pfleger, Krankenschwester"),
    "healthicons-doctor": ("doctor, physician", "Ärztin, Arzt"),
    "healthicons-physical_therapy": ("physiotherapy, exercise, stretch",
                                     "Physiotherapie, bewegen, dehnen"),
    "healthicons-speech_language_therapy": ("speech therapy, communicate",
                                            "Logopädie, Sprachtherapie"),
    "healthicons-medicines": ("medicine, medicines", "Medikamente, Medizin"),
    "healthicons-intravenous_bag": ("drip, tube feed, feeding tube, PEG",
                                    "Infusion, Sonde, Sondennahrung, PEG"),
    "healthicons-hot_meal": ("warm meal, soup, hot food", "warmes Essen, Suppe"),
    "healthicons-dizzy": ("dizzy", "schwindelig, Schwindel"),
    "healthicons-sweating": ("sweating, sweaty", "schwitzen"),
    "healthicons-chills": ("chills, shivering, cold", "Schüttelfrost, frieren"),
    "healthicons-fever": ("fever, temperature", "Fieber, Temperatur"),
    "healthicons-nausea": ("sick, nausea", "Übelkeit, übel"),
    "healthicons-vomiting": ("vomit, throw up, be sick", "erbrechen, brechen"),
    "healthicons-diarrhea": ("diarrhoea, bowel", "Durchfall"),
    "healthicons-toilet_paper": ("toilet paper, wipe", "Toilettenpapier, abwischen"),
    "healthicons-nappy_diaper": ("pad, nappy, diaper, change my pad", "Windel, Einlage wechseln"),
    "healthicons-sleepy": ("tired, sleepy", "müde, schläfrig"),
    "healthicons-wash_hands": ("wash, wash hands", "waschen, Hände waschen"),
    "healthicons-palliative_care": ("palliative care, comfort", "Palliativpflege"),
    "healthicons-hospice": ("hospice", "Hospiz"),
    "healthicons-yes": ("yes", "ja"),
    "healthicons-no": ("no", "nein"),
    "healthicons-stop": ("stop", "Stopp, halt"),
}  # fmt: skip


@dataclass
class Symbol:
    """``words``: language -> label and further words."""

    id: str
    drawing: bytes
    labels: dict[str, str] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)


def openmoji(folder: Path, german: Mapping[str, tuple[str, list[str]]]) -> Iterator[Symbol]:
    for entry in json.loads((folder / "data" / "openmoji.json").read_text("utf-8")):
        code = entry["hexcode"]
        path = folder / "color" / "svg" / f"{code}.svg"
        joined = code.count("200D")
        family = entry["subgroups"] == "family" and joined
        left_out = entry["subgroups"] in SUBGROUPS_LEFT_OUT or entry["skintone"] or family
        left_out = left_out or entry["annotation"] in PERSONS_LEFT_OUT
        wanted = (entry["group"] in GROUPS and not left_out) or f"openmoji-{code}" in OURS
        if not wanted or not path.is_file():
            continue
        symbol = Symbol(f"openmoji-{code}", path.read_bytes())
        symbol.labels["en"] = entry["annotation"].strip()
        symbol.words["en"] = _listed(entry["tags"]) + _listed(entry["openmoji_tags"])
        if code in german:
            symbol.labels["de"], symbol.words["de"] = german[code]
        yield symbol


def healthicons(folder: Path) -> Iterator[Symbol]:
    icons = folder / "public" / "icons"
    seen = set()
    for entry in json.loads((icons / "meta-data.json").read_text("utf-8")):
        name = entry["id"]
        path = icons / "svg" / "outline" / f"{entry['path']}.svg"
        unwanted = any(part in name for part in HEALTH_LEFT_OUT) or name in seen
        if entry["category"] not in CATEGORIES or unwanted or not path.is_file():
            continue
        seen.add(name)
        symbol = Symbol(f"healthicons-{name.replace('-', '_')}", path.read_bytes())
        symbol.labels["en"] = entry["title"].strip().lower()
        tags = (tag for tag in entry["tags"] if not tag.startswith("dhis2:"))
        symbol.words["en"] = [tag.strip().lower() for tag in tags]
        yield symbol


def newer_healthicons(folder: Path) -> Iterator[Symbol]:
    """Those that only the newer package has; it keeps what stands between the tags of the SVG."""
    icons = json.loads((folder / "icons.json").read_text("utf-8"))["icons"]
    for name, label in NEWER.items():
        icon = icons.get(f"{name}-outline") or icons[name]
        box = f"0 0 {icon.get('width', 48)} {icon.get('height', 48)}"
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{icon["body"]}</svg>\n'
        symbol = Symbol(f"healthicons-{name.replace('-', '_')}", drawing.encode("utf-8"))
        symbol.labels["en"] = label
        yield symbol


def german_words(folder: Path) -> dict[str, tuple[str, list[str]]]:
    """Code -> label and words, from Unicode's own translations."""
    found = {}
    for entry in json.loads((folder / "de" / "data.json").read_text("utf-8")):
        words = (entry["label"], list(entry.get("tags", ())))
        found[entry["hexcode"]] = words
        found.setdefault(entry["hexcode"].removesuffix("-FE0F"), words)
    return found


def with_ours(symbols: Iterable[Symbol]) -> list[Symbol]:
    """Our own words come first, so that they weigh most."""
    found = sorted(symbols, key=lambda symbol: symbol.id)
    by_id = {symbol.id: symbol for symbol in found}
    for key, both in OURS.items():
        if key not in by_id:
            print(f"not in the sets: {key}", file=sys.stderr)
            continue
        for language, words in zip(("en", "de"), both, strict=True):
            symbol = by_id[key]
            symbol.words[language] = [
                *(f"={word}" for word in _listed(words)), *symbol.words.get(language, ())
            ]  # fmt: skip
    return found


def _listed(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _line(symbol: Symbol) -> str:
    fields = [symbol.id]
    for language in ("en", "de"):
        label = symbol.labels.get(language, "")
        words = dict.fromkeys(word for word in symbol.words.get(language, ()) if word != label)
        fields += [label, ";".join(words)]
    assert not any("\t" in text or "\n" in text for text in fields)
    return "\t".join(fields) + "\n"


def _zip(path: Path, symbols: Iterable[Symbol]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for symbol in symbols:
            member = zipfile.ZipInfo(f"{symbol.id}.svg", SOURCE_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, symbol.drawing)


def main(openmoji_folder: Path, health: Path, newer: Path, emojibase_folder: Path) -> None:
    TARGET.mkdir(exist_ok=True)
    german = german_words(emojibase_folder)
    drawn = (*openmoji(openmoji_folder, german), *healthicons(health), *newer_healthicons(newer))
    symbols = with_ours(drawn)
    for name in ("openmoji", "healthicons"):
        _zip(TARGET / f"{name}.zip", (s for s in symbols if s.id.startswith(f"{name}-")))
    index = HEAD + "".join(_line(symbol) for symbol in symbols)
    (TARGET / "index.tsv").write_text(index, "utf-8", newline="\n")
    print(f"{len(symbols)} symbols")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:5]))
