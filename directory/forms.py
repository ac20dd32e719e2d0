"""What staff upload in the CMS: refused in words before the model would refuse it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import FileField, ModelChoiceField
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from directory.models.download import read_download
from directory.models.image import read_picture, refuse_picture
from directory.models.sound import read_sound
from documents.errors import NotAPhotograph, NotAPresentation, NotASound

NO_PICTURE = (
    "This is no picture that can be kept: it must be a whole JPEG, PNG or WebP of at most 8 MB and "
    "25 megapixels. A photograph from an iPhone (HEIC) or a drawing (SVG): save it as JPEG or PNG "
    "first."
)
NO_DOWNLOAD = (
    "This is no PDF that can be offered: it is another kind of file, locked with a password, "
    "damaged, larger than 10 MB or longer than 200 pages."
)
NO_SOUND = (
    "This is no sound that can be offered: it must be a voice note (Opus), MP3 or M4A, whole, "
    "without a moving picture, at most 10 minutes and 4 MB."
)

# What a picture is asked, in words: {field: (label, help)}.
PICTURE_WORDS = {
    "alt_en": (
        "Description in English",
        "What somebody who cannot see it should know. Example: People walk along a road.",
    ),
    "alt_ur": ("Description in Urdu", "The same for readers of Urdu."),
    "credit": ("Who made it", "Shown below the picture. Example: Photograph: Hamqadam"),
    "has_consent": (
        "Has consent",
        "Everybody who can be recognised has agreed in writing; or nobody can be recognised.",
    ),
    "shows_children": (
        "Shows children",
        "A child can be recognised: then readers never see it.",
    ),
    "is_decorative": (
        "Is decorative",
        "It only adorns, and says nothing that the words do not say: no description needed.",
    ),
}


class PictureFormField(WagtailImageField):
    """A field that draws what is uploaded before anything else opens it."""

    def to_python(self, data: Any) -> Any:
        """Refuse what is no picture we take, whatever its name and type say."""
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        try:
            drawn = read_picture(upload)
        except NotAPhotograph as error:
            raise ValidationError(NO_PICTURE) from error
        # What the form goes on with has forgotten the file it came in.
        return SimpleUploadedFile(f"picture.{drawn.extension}", drawn.data)


class ShownPictureField(ModelChoiceField):  # type: ignore[type-arg]  # no generic at run time
    """Chooses a picture that readers may see: a campaign's, an organisation's, anybody's.

    Every form of the CMS has it for a foreign key to a picture; see directory.wagtail_hooks.
    """

    def clean(self, value: Any) -> Any:
        """Refuse what no page would show either, and say what is missing."""
        picture = super().clean(value)
        refuse_picture(picture)
        return picture


class PictureForm(BaseImageForm):
    """Looks into the file: its name says nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, said) in PICTURE_WORDS.items():
            if field := self.fields.get(name):
                field.label, field.help_text = label, said
        # The form for many at once asks for words only: the file has come already.
        if field := self.fields.get("file"):
            self.fields["file"] = PictureFormField(
                label=field.label, required=field.required, widget=field.widget
            )

    def save(self, commit: bool = True) -> Any:
        """Have copies for readers once more: Wagtail's form deletes those of the old file last."""
        image = super().save(commit=commit)
        if commit and "file" in self.changed_data:
            image.settle_copies()
        return image


class DownloadForm(BaseDocumentForm):
    """Looks into the file: its name says nothing."""

    def clean_file(self) -> Any:
        """Refuse what is no PDF of pages alone."""
        upload = self.cleaned_data["file"]
        if upload is not None and "file" in self.changed_data:
            try:
                read_download(upload)
            except NotAPresentation as error:
                raise ValidationError(NO_DOWNLOAD) from error
            upload.seek(0)
        return upload


class SoundForm(WagtailAdminModelForm):
    """Looks into the file: its name says nothing."""

    def clean_file(self) -> Any:
        """Refuse what is no sound we take."""
        upload = self.cleaned_data["file"]
        if upload and "file" in self.changed_data:
            try:
                read_sound(upload)
            except NotASound as error:
                raise ValidationError(NO_SOUND) from error
            upload.seek(0)
        return upload
