"""The blocks editors build pages from."""

from site_pages.blocks.body import BodyBlock

__all__ = ["BodyBlock"]
