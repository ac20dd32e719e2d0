"""What helplines are sorted by: provinces, and what somebody needs."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Province(TextChoices):
    """Provinces and regions; the value is the slug of City.province_en."""

    PUNJAB = "punjab", _("Punjab")
    SINDH = "sindh", _("Sindh")
    KHYBER_PAKHTUNKHWA = "khyber-pakhtunkhwa", _("Khyber Pakhtunkhwa")
    BALOCHISTAN = "balochistan", _("Balochistan")
    ISLAMABAD = "islamabad-capital-territory", _("Islamabad Capital Territory")
    GILGIT_BALTISTAN = "gilgit-baltistan", _("Gilgit-Baltistan")
    AZAD_JAMMU_AND_KASHMIR = "azad-jammu-and-kashmir", _("Azad Jammu and Kashmir")


class Need(TextChoices):
    """What a helpline helps with; emergencies are marked apart and never filtered out."""

    TRAFFICKING = "trafficking", _("Human trafficking")
    BONDED_LABOUR = "bonded-labour", _("Bonded labour")
    CHILDREN = "children", _("Children")
    WOMEN = "women", _("Women")
    MIGRATION = "migration", _("Going abroad for work")
    ONLINE = "online", _("Threats and fraud online")
    POLICE = "police", _("Complaint about the police")


class TextLanguage(TextChoices):
    """What a file is written in."""

    URDU = "ur", _("Urdu")
    ENGLISH = "en", _("English")
    BOTH = "both", _("Urdu and English")


class SpokenLanguage(TextChoices):
    """What is spoken in a recording; the value is the page's language or ISO 639's."""

    URDU = "ur", _("Urdu")
    ENGLISH = "en", _("English")
    PUNJABI = "pnb", _("Punjabi")
    SINDHI = "sd", _("Sindhi")
    PASHTO = "ps", _("Pashto")
    BALOCHI = "bal", _("Balochi")
    SARAIKI = "skr", _("Saraiki")


class PictureState(TextChoices):
    """Whether readers may see a picture, or what stands in the way first; for the CMS."""

    SHOWN = "shown", "May be shown"
    NO_CONSENT = "no-consent", "Consent missing"
    ENDED = "ended", "Consent has ended"
    CHILDREN = "children", "Shows children"
    UNDESCRIBED = "undescribed", "No description"

    @property
    def advice(self) -> str:
        """What to do before readers may see it; nothing when they may."""
        return {
            PictureState.SHOWN: "",
            PictureState.NO_CONSENT: "Record that everybody who can be recognised has agreed.",
            PictureState.ENDED: "Its consent was given until a day that has passed: ask again, or "
            "choose another picture.",
            PictureState.CHILDREN: "No child may be recognised: choose another picture.",
            PictureState.UNDESCRIBED: "Describe it in Urdu and in English, or mark it as "
            "decorative.",
        }[self]


class SoundKind(TextChoices):
    """The kinds of sound that are taken, by the ending of the file's name."""

    OPUS = "opus", "Opus"
    MP3 = "mp3", "MP3"
    M4A = "m4a", "M4A"

    @property
    def content_type(self) -> str:
        """What browsers are told it is."""
        return {
            SoundKind.OPUS: "audio/ogg; codecs=opus",
            SoundKind.MP3: "audio/mpeg",
            SoundKind.M4A: "audio/mp4",
        }[self]
