"""The doctor finds what is well and what is not, and always names a next step."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import msgspec
import pytest

from accessibility.speech.doctor import Reason, SoundCheck
from accessibility.speech.health import Health
from kiosk import bank_examination, doctor, examinations
from kiosk.examinations import Finding
from kiosk.settings import Settings
from kiosk.sound_examination import voice_and_sound
from kiosk.speech_health import note_health

ENGINE = SoundCheck("engine", "ok", "eSpeak")
VOICES = tuple(SoundCheck("voice", "ok", "cmn", lang) for lang in ("zh_CN", "zh_TW", "en"))
PLAYER, DEVICE = SoundCheck("player", "ok", "aplay"), SoundCheck("device", "ok")


def sound(*checks: SoundCheck, settings: Settings = Settings()) -> tuple[Finding, Finding]:  # noqa: B008 - frozen
    voice, heard = voice_and_sound(settings, Path("/nowhere"), checks)
    return voice, heard


def test_the_whole_examination_gives_every_subject_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    code = doctor.run(Settings(data_dir=tmp_path), as_json=True)
    found = msgspec.json.decode(capsys.readouterr().out, type=list[Finding])
    subjects = [finding.subject for finding in found]
    assert subjects == [
        "Python", "Clock", "Languages", "Data folder", "Display", "Letters", "Voice", "Sound", "Bank",
    ]  # fmt: skip
    assert {finding.subject for finding in found if finding.state == "problem"} == set()
    assert code == 0


def test_a_problem_is_told_with_its_next_step_and_the_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    occupied = tmp_path / "a_file"
    occupied.touch()
    assert doctor.run(Settings(data_dir=occupied, bank_url="http://127.0.0.1:9")) == 1
    told = capsys.readouterr().out
    assert re.search(
        r"^PROBLEM Data folder: .*a_file cannot be written.*\n +What to do: .*--data-dir", told, re.MULTILINE
    )
    assert re.search(r"^PROBLEM Bank: http://127\.0\.0\.1:9 does not answer.*\n +What to do: ", told, re.MULTILINE)
    assert told.endswith("Please look at: Data folder, Bank.\n")


def test_every_character_of_every_language_has_a_glyph() -> None:
    found = examinations.letters(os.environ)
    assert found.state == "well", found.sentence


def test_a_character_without_a_glyph_would_be_found() -> None:
    nobody_has_it = "𓀀"  # a hieroglyph
    assert examinations.missing_glyphs(f"安心{nobody_has_it}", os.environ) == nobody_has_it


def test_a_window_that_cannot_open_is_told_in_qts_words() -> None:
    found = examinations.display(dict(os.environ) | {"QT_QPA_PLATFORM": "nowhere"})
    assert found.state == "problem"
    assert found.next_step


def test_no_display_is_a_problem_with_a_way_out() -> None:
    found = examinations.display({})
    assert found.state == "problem"
    assert "make tour" in found.next_step


def test_a_clock_that_was_never_set_is_found() -> None:
    assert examinations.clock(datetime(1970, 1, 1, 8)).state == "problem"
    assert examinations.clock(datetime(2026, 11, 23)).state == "well"


def test_sound_that_is_well_and_sound_that_is_missing() -> None:
    assert [finding.state for finding in sound(ENGINE, *VOICES, PLAYER, DEVICE)] == ["well", "well"]
    deaf = sound(ENGINE, *VOICES, PLAYER, SoundCheck("device", "no_device", "no soundcards found"))
    assert [finding.state for finding in deaf] == ["well", "note"]
    assert "captions" in deaf[1].sentence
    assert deaf[1].next_step
    no_player = sound(ENGINE, *VOICES, SoundCheck("player", "no_player"), SoundCheck("device", "not_tried"))
    assert "aplay" in no_player[1].next_step


def test_a_voice_that_is_missing_names_the_language() -> None:
    found, _ = sound(ENGINE, VOICES[0], SoundCheck("voice", "no_voice", lang="zh_TW"), VOICES[2], PLAYER, DEVICE)
    assert found.state == "problem"
    assert "繁體中文" in found.sentence
    assert "简体中文" not in found.sentence
    broken, _ = sound(SoundCheck("engine", "engine_failed", "no data"), *VOICES, PLAYER, DEVICE)
    assert broken.state == "problem"
    assert "no data" in broken.sentence


@pytest.mark.parametrize("reason", ["no_device", "device_busy", "server_dead", "sink_muted", "volume_zero"])
def test_each_reason_for_no_sound_says_what_to_do(reason: Reason) -> None:
    _, heard = sound(ENGINE, *VOICES, PLAYER, SoundCheck("device", reason, "the counter's card"))
    assert heard.state == "note"
    assert "the counter's card" in heard.sentence
    assert heard.next_step


def test_the_device_is_named() -> None:
    _, heard = sound(ENGINE, *VOICES, PLAYER, SoundCheck("device", "ok", "Built-in Audio at 70 %"))
    assert heard.sentence == "There is a loudspeaker: Built-in Audio at 70 %."


PACK = SoundCheck("engine", "engine_absent", "there is no voice pack", engine="pack")


def test_a_better_voice_that_is_missing_is_told_and_the_extra_is_not_missed() -> None:
    found, _ = sound(PACK, ENGINE, *VOICES, PLAYER, DEVICE)
    assert found.state == "note"
    assert "pack does not: there is no voice pack" in found.sentence
    assert found.next_step
    neural = SoundCheck("engine", "engine_absent", "not installed", engine="neural")
    assert sound(neural, ENGINE, *VOICES, PLAYER, DEVICE)[0].state == "well"
    wanted = Settings(voice_engine="neural")
    assert sound(neural, ENGINE, *VOICES, PLAYER, DEVICE, settings=wanted)[0].state == "note"


def test_engine_and_voice_are_named() -> None:
    found, _ = sound(ENGINE, *VOICES, PLAYER, DEVICE)
    assert found.sentence.startswith("eSpeak (cmn) speaks 简体中文")


def test_a_voice_that_was_switched_off_is_a_reason() -> None:
    found, _ = sound(ENGINE, *VOICES, PLAYER, DEVICE, settings=Settings(voice="off"))
    assert found.state == "note"
    assert "switched off" in found.sentence
    assert "auto" in found.next_step


def test_what_a_running_kiosk_noted_is_told(tmp_path: Path) -> None:
    well = Health("platform", "pyttsx3", "ok", said=7)
    note_health(tmp_path, "platform", "ok", (Health("neural", state="absent", problem="none"), well))
    found = list(voice_and_sound(Settings(), tmp_path, (ENGINE, *VOICES, PLAYER, DEVICE)))
    assert [finding.subject for finding in found] == ["Voice", "Voice at work", "Sound"]
    assert found[1].state == "well"
    assert "platform spoke last (platform 7 sentences)" in found[1].sentence
    resting = Health("pack", "pack", "resting", failures=3, problem="its child did not answer within 0.6 s")
    note_health(tmp_path, "", "engine_failed", (resting,))
    _, ill, _ = voice_and_sound(Settings(), tmp_path, (ENGINE, *VOICES, PLAYER, DEVICE))
    assert ill.state == "note"
    assert "no engine could speak last; pack is resting: its child did not answer" in ill.sentence
    assert ill.next_step


def test_the_banks_lexicon_is_checked_when_there_is_one(tmp_path: Path) -> None:
    own = tmp_path / "lexicon.toml"
    own.write_text('[words]\n"朝阳支行" = "chao2 yang2 zhi1 hang2"\n', encoding="utf-8")
    _, well, _ = voice_and_sound(Settings(), tmp_path, (ENGINE, *VOICES, PLAYER, DEVICE))
    assert (well.subject, well.state) == ("Lexicon", "well")
    assert well.sentence.endswith("adds 1 words.")
    own.write_text('[words]\n"朝阳" = "chao2"\n', encoding="utf-8")
    _, ill, _ = voice_and_sound(Settings(), tmp_path, (ENGINE, *VOICES, PLAYER, DEVICE))
    assert ill.state == "problem"
    assert "line 2" in ill.sentence
    assert ill.next_step


@pytest.fixture
def server() -> Iterator[tuple[str, list[int]]]:
    """A server that is well, or not: its address, and the status it answers next."""
    statuses = [200]

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(statuses[0] if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with HTTPServer(("127.0.0.1", 0), Answer) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}/", statuses
        http.shutdown()
        thread.join()


def test_a_distant_bank_is_asked_how_it_is(server: tuple[str, list[int]]) -> None:
    url, statuses = server
    assert bank_examination.distant_bank(url).state == "well"
    statuses[0] = 503
    ill = bank_examination.distant_bank(url)
    assert ill.state == "problem"
    assert "503" in ill.sentence


def test_an_address_that_is_none_is_told() -> None:
    assert bank_examination.distant_bank("bank.example").state == "problem"
