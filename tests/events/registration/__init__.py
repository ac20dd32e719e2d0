"""Registration of a party, from the form to the purge."""
