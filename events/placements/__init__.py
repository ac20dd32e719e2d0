"""Codes on rickshaws, mosques and shops: made, printed, followed from visit to arrival."""
