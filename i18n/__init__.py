"""Languages: catalogues of words, and how numbers, money and dates are written in each."""
