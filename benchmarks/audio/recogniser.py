"""The recogniser's own process: `build/audio/venv/bin/python benchmarks/audio/recogniser.py MODEL`.

Runs in an environment of its own, so it imports nothing of ours. Reads one JSON object a line: {"wav": path, "lang":
"zh"} is answered by what was heard, {"texts": […]} by their syllables in pinyin without tones.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

HINTS = {"zh": "银行的语音提示，金额用元、角、分。", "en": "A bank's voice; amounts are in yuan and fen."}
"""What every customer knows before she listens."""


def main() -> None:
    """Answer until the questions end."""
    import ctranslate2  # type: ignore[import-not-found, unused-ignore]
    from faster_whisper import WhisperModel  # type: ignore[import-not-found, unused-ignore]
    from pypinyin import lazy_pinyin  # type: ignore[import-not-found, unused-ignore]

    os.nice(10)
    ctranslate2.set_random_seed(1)
    model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True)
    vocabulary = {number: model.hf_tokenizer.decode([number]) for number in range(model.hf_tokenizer.get_vocab_size())}
    figures = [number for number, text in vocabulary.items() if set(text) & set("0123456789%$£¥€")]
    for line in sys.stdin:
        question: dict[str, Any] = json.loads(line)
        answer: Any
        if "wav" in question:
            parts, _ = model.transcribe(
                question["wav"],
                language=question["lang"],
                initial_prompt=HINTS[question["lang"]],
                beam_size=5,
                temperature=(0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
                max_new_tokens=80,
                condition_on_previous_text=False,
                suppress_tokens=[-1, *figures],  # it would put numbers together in its own way, often wrongly
            )
            answer = " ".join(part.text.strip() for part in parts)
        else:
            answer = [lazy_pinyin(text) for text in question["texts"]]
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
