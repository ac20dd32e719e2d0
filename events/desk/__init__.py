"""The organisers' desk: sign in, one's own events, lists of who comes."""
