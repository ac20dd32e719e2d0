"""The print shop at the desk: what there is, how it looks, and the files for the printer."""
