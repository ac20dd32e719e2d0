"""The language: digits, folding, romanisation, sorting, dates, isolation, cleaning, SMS."""
