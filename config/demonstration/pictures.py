"""Pictures of the demonstration: drawn by the program, so that they show nobody."""

from django.core.files.base import ContentFile

from campaigns.models import Campaign
from config.demonstration.reading import facts
from directory.models import CampaignImage
from documents.scenes import Scene, scene_png

CREDIT = "Hamqadam"


def picture_of(scene: str) -> CampaignImage:
    """Return the picture of a scene; it is drawn and stored once."""
    words = facts("pictures")[scene]
    known: CampaignImage | None = CampaignImage.objects.filter(title=words["title"]).first()
    if known is not None and known.shown is not None:
        return known
    picture = known or CampaignImage()
    file = ContentFile(scene_png(Scene(scene)), f"{scene}.png")
    # Nobody can be recognised, so nobody has to be asked.
    for field, value in {**words, "file": file, "credit": CREDIT, "has_consent": True}.items():
        setattr(picture, field, value)
    picture.save()
    return picture


def load_campaign_picture() -> None:
    """Give the current campaign its picture."""
    Campaign.objects.filter(is_current=True).update(picture=picture_of("steps"))
