"""The network at the desk: organisations that apply are verified, taken in and taken out."""
