"""What staff upload in the CMS: refused in words before the model would refuse it."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.documents.forms import BaseDocumentForm

from directory.models.download import read_download
from directory.models.sound import read_sound
from documents.errors import NotAPresentation, NotASound

NO_DOWNLOAD = (
    "This is no PDF that can be offered: it is another kind of file, locked with a password, "
    "damaged, larger than 10 MB or longer than 200 pages."
)
NO_SOUND = (
    "This is no sound that can be offered: it must be a voice note (Opus), MP3 or M4A, whole, "
    "without a moving picture, at most 10 minutes and 4 MB."
)


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
