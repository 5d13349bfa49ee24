"""The senses, without Qt: the screen vocabulary, phrases, spoken forms, narration and speech."""
