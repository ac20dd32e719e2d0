"""A page's body: every block an editor may use, in the order of the menu."""

from typing import ClassVar

from wagtail.blocks import StreamBlock

from site_pages.blocks.audio import AudioBlock
from site_pages.blocks.call_to_action import CallToActionBlock
from site_pages.blocks.downloads import DownloadsBlock
from site_pages.blocks.event_list import EventListBlock
from site_pages.blocks.figure import FigureBlock
from site_pages.blocks.folded import AccordionBlock, QuestionsBlock
from site_pages.blocks.helpline import HelplineBlock
from site_pages.blocks.image import ImageBlock
from site_pages.blocks.partners import PartnersBlock
from site_pages.blocks.pledging import PledgeBlock, PledgeCounterBlock
from site_pages.blocks.quotation import QuotationBlock
from site_pages.blocks.rich_text import TextBlock
from site_pages.blocks.signs_checklist import SignsChecklistBlock
from site_pages.blocks.steps import StepsBlock
from site_pages.blocks.video import VideoBlock


class BodyBlock(StreamBlock):
    """Every block of a page."""

    rich_text = TextBlock(group="Words")
    steps = StepsBlock(group="Words")
    figure = FigureBlock(group="Words")
    quote = QuotationBlock(group="Words")
    signs = SignsChecklistBlock(group="Words")
    faq = QuestionsBlock(group="Words")
    accordion = AccordionBlock(group="Words")
    image = ImageBlock(group="Pictures, film and files")
    video = VideoBlock(group="Pictures, film and files")
    audio = AudioBlock(group="Pictures, film and files")
    downloads = DownloadsBlock(group="Pictures, film and files")
    helpline = HelplineBlock(group="What to do")
    call_to_action = CallToActionBlock(group="What to do")
    event_list = EventListBlock(group="What to do")
    pledge = PledgeBlock(group="What to do")
    pledge_counter = PledgeCounterBlock(group="What to do")
    partners = PartnersBlock(group="What to do")


class LandingBlock(BodyBlock):
    """The same blocks with one way out: a second button would be a second thing to do."""

    class Meta:
        block_counts: ClassVar[dict[str, dict[str, int]]] = {
            "call_to_action": {"max_num": 1},
            "pledge": {"max_num": 1},
        }
