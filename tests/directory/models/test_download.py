"""Downloads: pages alone, whichever way they come in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from directory.models import CampaignDocument
from documents.errors import NotAPresentation
from tests.uploads import DESCRIBED, make_download, pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]


def test_what_is_kept_is_the_pages_and_what_is_said_of_it_is_true() -> None:
    assert b"Secret Author" in pdf().read()

    document = CampaignDocument.objects.get(pk=make_download().pk)

    data = document.file.read()
    assert b"Secret" not in data
    assert b"JavaScript" not in data
    assert len(PdfReader(document.file).pages) == document.page_count == 2
    assert document.file_size == len(data)
    document.file.close()


def test_its_name_says_what_it_is_and_cannot_be_guessed() -> None:
    first, second = make_download(), make_download(title_en="", title="!!!")

    assert first.filename.startswith("hours-of-work-")
    assert second.filename.startswith("file-")
    assert len(first.filename) == len("hours-of-work-") + 18 + len(".pdf")


@pytest.mark.parametrize(
    "content", [b"", b"MZ\x90\x00 a program", b"<html>%PDF-1.7</html>", b"%PDF-1.7 cut off"]
)
def test_what_is_no_pdf_is_refused_by_the_model_itself(content: bytes) -> None:
    with pytest.raises(NotAPresentation):
        make_download(file=SimpleUploadedFile("handout.pdf", content, "application/pdf"))

    assert CampaignDocument.objects.count() == 0


@pytest.mark.parametrize("lacking", list(DESCRIBED))
def test_it_may_be_published_once_it_says_what_it_is(lacking: str) -> None:
    assert make_download().is_publishable
    assert not make_download(**{lacking: ""}).is_publishable
