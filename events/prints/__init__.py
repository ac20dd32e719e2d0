"""The print shop: what an event puts on walls, tables, necks and into hands."""
