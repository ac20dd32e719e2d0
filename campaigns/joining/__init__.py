"""Joining the network: an organisation applies, the campaign verifies it, it stands there."""
