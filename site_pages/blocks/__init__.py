"""The blocks editors build pages from."""

from site_pages.blocks.body import BodyBlock, LandingBlock
from site_pages.blocks.downloads import DownloadsStream
from site_pages.blocks.folded import QuestionsStream

__all__ = ["BodyBlock", "DownloadsStream", "LandingBlock", "QuestionsStream"]
