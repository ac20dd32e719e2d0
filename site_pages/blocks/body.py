"""A page's body: every block an editor may use, in the order of the menu."""

from wagtail.blocks import StreamBlock

from site_pages.blocks.call_to_action import CallToActionBlock
from site_pages.blocks.event_list import EventListBlock
from site_pages.blocks.figure import FigureBlock
from site_pages.blocks.helpline import HelplineBlock
from site_pages.blocks.image import ImageBlock
from site_pages.blocks.rich_text import TextBlock
from site_pages.blocks.signs_checklist import SignsChecklistBlock
from site_pages.blocks.steps import StepsBlock


class BodyBlock(StreamBlock):
    """Every block of a page."""

    rich_text = TextBlock(group="Words")
    steps = StepsBlock(group="Words")
    figure = FigureBlock(group="Words")
    signs = SignsChecklistBlock(group="Words")
    image = ImageBlock(group="Pictures")
    helpline = HelplineBlock(group="What to do")
    call_to_action = CallToActionBlock(group="What to do")
    event_list = EventListBlock(group="What to do")
