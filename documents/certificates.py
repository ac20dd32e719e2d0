"""Certificates of participation: A4 across, the block-print band around, a code to check."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.joining import Progress, drawn_in_batches, in_batches, untold
from documents.printing import (
    Palette,
    Said,
    code_data,
    first_picture,
    in_order,
    is_urdu,
    pixels_per_inch,
    said_data,
)

BATCH_SHEETS = 40
# As long as the name of an organisation may be.
LONGEST_NAME = 160
LONGEST_SENTENCE = 500
WIDTH_MM = 297.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCertificate:
    """One person's: the name as it is printed, its code, and where the code can be checked.

    `link` is what a camera reads, `address` the same as a person types it.
    """

    name: str
    code: str
    link: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateSheet:
    """What all certificates of one event say; `before` and `after` stand around the name."""

    languages: tuple[str, ...]
    brand: Said
    heading: Said
    before: Said
    after: Said
    organiser: Said
    signature_label: Said
    check: Said
    certificates: Sequence[PrintedCertificate]


def certificates_pdf(
    sheet: CertificateSheet, palette: Palette, progress: Progress = untold
) -> bytes:
    """Return the certificates, one a page, drawn in batches.

    `progress` is called with how many are drawn. Raises DrawingFailed when the engine refuses
    them.
    """
    batches = (
        certificate_data(replace(sheet, certificates=sheet.certificates[batch]), palette)
        for batch in in_batches(len(sheet.certificates), BATCH_SHEETS, progress)
    )
    return drawn_in_batches("certificate", batches, title=sheet.heading[0][1])


def certificate_png(sheet: CertificateSheet, palette: Palette, width_pixels: int) -> bytes:
    """Return the first certificate as a picture."""
    resolution = pixels_per_inch(WIDTH_MM, width_pixels)
    return first_picture("certificate", certificate_data(sheet, palette), resolution)


def certificate_data(sheet: CertificateSheet, palette: Palette) -> dict[str, object]:
    """Return what documents/templates/certificate.typ reads."""
    texts = ("brand", "heading", "before", "organiser", "signature_label", "check")
    return {
        "palette": palette.value,
        "languages": list(sheet.languages),
        **{name: said_data(getattr(sheet, name)) for name in texts},
        "after": said_data(sheet.after, LONGEST_SENTENCE),
        "certificates": [
            {
                "name": in_order(one.name, LONGEST_NAME),
                "is_urdu": is_urdu(one.name),
                "code": one.code,
                "address": one.address,
                "qr": code_data(one.link),
            }
            for one in sheet.certificates
        ],
    }
