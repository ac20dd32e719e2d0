"""The pages on which pledges are looked after."""
