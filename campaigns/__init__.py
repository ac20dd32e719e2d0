"""The year: campaign, pledges and the network of organisations."""
