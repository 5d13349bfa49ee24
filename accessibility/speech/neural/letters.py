"""The names of the letters as the model's phonemes, for what is spelled."""

AMERICAN = {
    "A": "ˈA", "B": "bˈi", "C": "sˈi", "D": "dˈi", "E": "ˈi", "F": "ˈɛf", "G": "ʤˈi", "H": "ˈAʧ", "I": "ˈI",
    "J": "ʤˈA", "K": "kˈA", "L": "ˈɛl", "M": "ˈɛm", "N": "ˈɛn", "O": "ˈO", "P": "pˈi", "Q": "kjˈu", "R": "ˈɑɹ",
    "S": "ˈɛs", "T": "tˈi", "U": "jˈu", "V": "vˈi", "W": "dˈʌbᵊlju", "X": "ˈɛks", "Y": "wˈI", "Z": "zˈi",
}  # fmt: skip
"""As Mandarin speakers say them, too."""
BRITISH = {
    **AMERICAN, "B": "bˈiː", "C": "sˈiː", "D": "dˈiː", "E": "ˈiː", "G": "ʤˈiː", "O": "ˈQ", "P": "pˈiː", "Q": "kjˈuː",
    "R": "ˈɑː", "T": "tˈiː", "U": "jˈuː", "V": "vˈiː", "W": "dˈʌbəljuː", "Z": "zˈɛd",
}  # fmt: skip
