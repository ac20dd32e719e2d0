"""What the print shop draws in tests: usual words, and the longest there really are."""

from documents.badges import Badge, BadgeSheet
from documents.certificates import CertificateSheet, PrintedCertificate
from documents.guides import Guide, GuideEntry
from documents.placards import Placards
from documents.posters import PosterWords
from documents.printing import Said
from documents.signs import Signs

URDU, ENGLISH, BOTH = ("ur",), ("en",), ("ur", "en")
PHONE = "0333-1110566"
PASS_CODE = "LHE-7K2QF"
CERTIFICATE_CODE = "7K2Q-FH3M-9XWA"
ADDRESS = "hamqadam.example/ur/events/walk-lahore-2027/"
LATIN_NAME = "Muhammad Abdul Rehman Khan Muhammadzai Durrani"

_USUAL = {
    "brand": ("ہم قدم", "Hamqadam"),
    "kicker": (
        "انسانی اسمگلنگ کے خلاف عالمی دن 2027",
        "World Day Against Trafficking in Persons 2027",
    ),
    "title": ("آگاہی واک، لاہور", "Awareness walk, Lahore"),
    "theme": ("", ""),
    "day": ("اتوار، 1 اگست 2027", "Sunday, 1 August 2027"),
    "hours": ("صبح 7:00 سے 9:00 بجے تک", "7:00 to 9:00 am"),
    "place_label": ("جمع ہونے کی جگہ", "Assembly point"),
    "place": (
        "ناصر باغ کے اندر، مرکزی دروازے کے قریب، لاہور",
        "Inside Nasir Bagh, near the main gate, Lahore",
    ),
    "call": ("یہاں رجسٹریشن کریں", "Register here"),
    "helpline_label": ("ہیلپ لائن", "Helpline"),
    "note": ("21 نومبر 2026 تک کی معلومات", "As of 21 November 2026"),
}
_LONGEST = {
    "title": (
        (
            "شفا تعمیرِ ملت یونیورسٹی میں انسانی اسمگلنگ کے خلاف عالمی دن کا مشترکہ سیمینار "
            "اور آگاہی واک"
        ),
        (
            "World Day Against Trafficking in Persons: joint seminar and walk at Shifa "
            "Tameer-e-Millat University"
        ),
    ),
    "theme": (
        "انسانی اسمگلنگ ایک منظم جرم ہے: استحصال کا خاتمہ کریں",
        "Human Trafficking is Organized Crime – End the Exploitation",
    ),
    "place": (
        (
            "گورنمنٹ گرلز ہائر سیکنڈری اسکول نمبر 2، محلہ قاضیاں، نزد ڈاک خانہ، فاطمہ جناح پارک "
            "(ایف نائن پارک)، منڈی بہاؤالدین"
        ),
        (
            "Government Girls Higher Secondary School No. 2, Mohalla Qazian, near the post office, "
            "Fatima Jinnah Park (F-9 Park), Mandi Bahauddin"
        ),
    ),
}


def said(languages: tuple[str, ...], urdu: str, english: str) -> Said:
    """Return a text in these languages."""
    words = {"ur": urdu, "en": english}
    return [(language, words[language]) for language in languages if words[language]]


def poster(languages: tuple[str, ...], *, is_longest: bool = False) -> PosterWords:
    """Return a poster of the usual words, or of the longest there are."""
    told = _USUAL | (_LONGEST if is_longest else {})
    return PosterWords(
        languages=languages,
        address=ADDRESS,
        code=f"https://{ADDRESS}",
        helpline=PHONE,
        **{name: said(languages, *pair) for name, pair in told.items()},
    )


def placards(languages: tuple[str, ...], urdu: str, english: str) -> Placards:
    """Return one placard."""
    return Placards(
        languages=languages,
        slogans=[said(languages, urdu, english)],
        brand=said(languages, *_USUAL["brand"]),
        campaign=said(languages, *_USUAL["kicker"]),
        helpline_label=said(languages, *_USUAL["helpline_label"]),
        helpline=PHONE,
    )


def signs(languages: tuple[str, ...], *, is_folded: bool) -> Signs:
    """Return the sign with the longest words."""
    return Signs(
        languages=languages,
        signs=[said(languages, "بچھڑے بچوں کے ملنے کی جگہ", "Meeting point for lost children")],
        title=said(languages, *_USUAL["title"]),
        helpline_label=said(languages, *_USUAL["helpline_label"]),
        helpline=PHONE,
        is_folded=is_folded,
    )


def badges(languages: tuple[str, ...], count: int = 8) -> BadgeSheet:
    """Return badges of every kind: long names, a group, no photographs, blank, both scripts."""
    school = "گورنمنٹ گرلز ہائر سیکنڈری اسکول نمبر 2، محلہ قاضیاں"
    walker = said(languages, "شریکِ واک", "Walker")
    leader = said(languages, "گروپ لیڈر", "Group leader")
    staff = said(languages, "منتظم", "Organiser")
    kinds = [
        Badge(name="کوثر عباس", role=walker, code=PASS_CODE),
        Badge(
            name="سیدہ فاطمہ الزہرا بخاری گیلانی",
            role=leader,
            group=school,
            code=PASS_CODE,
            wants_no_photographs=True,
        ),
        Badge(name=LATIN_NAME, role=staff, is_staff=True),
        Badge(name="", role=walker),
    ]
    return BadgeSheet(
        languages=languages,
        title=said(languages, *_USUAL["title"]),
        no_photographs=said(languages, "تصویر نہ لیں", "No photographs"),
        badges=[kinds[at % len(kinds)] for at in range(count)],
    )


def certificates(
    languages: tuple[str, ...], name: str = "کوثر عباس", *, is_longest: bool = False
) -> CertificateSheet:
    """Return one certificate of the usual words, or of the longest there are."""
    told = _USUAL | (_LONGEST if is_longest else {})
    (title_ur, title_en), (place_ur, place_en) = told["title"], told["place"]
    day_ur, day_en = told["day"]
    after = (
        f"نے {title_ur} میں شرکت کی۔ {day_ur}، {place_ur}۔",
        f"took part in {title_en} on {day_en}, {place_en}.",
    )
    address = "hamqadam.example/ur/certificates/"
    return CertificateSheet(
        languages=languages,
        brand=said(languages, *_USUAL["brand"]),
        heading=said(languages, "سندِ شرکت", "Certificate of participation"),
        before=said(languages, "تصدیق کی جاتی ہے کہ", "This is to certify that"),
        after=said(languages, *after),
        organiser=said(
            languages,
            "سسٹین ایبل سوشل ڈیولپمنٹ آرگنائزیشن",
            "Sustainable Social Development Organization",
        ),
        signature_label=said(languages, "دستخط", "Signature"),
        check=said(
            languages, "اس سند کی تصدیق یہاں ہو سکتی ہے:", "This certificate can be checked at:"
        ),
        certificates=[
            PrintedCertificate(
                name=name,
                code=CERTIFICATE_CODE,
                link=f"https://{address}{CERTIFICATE_CODE}/",
                address=address,
            )
        ],
    )


def guide(languages: tuple[str, ...], *, has_strips: bool) -> Guide:
    """Return steps to read, or numbers to call with strips to tear off."""
    step = GuideEntry(
        words=said(
            languages,
            "ضلعی انتظامیہ سے اجازت نامہ لیں اور اس کی نقل اپنے پاس رکھیں۔",
            "Get the permission letter of the district administration, and keep a copy with you.",
        )
    )
    number = GuideEntry(
        words=said(
            languages,
            "ایف آئی اے قومی ہاٹ لائن برائے انسانی اسمگلنگ",
            "National TIP Hotline (FIA)",
        ),
        more=said(
            languages,
            "انسانی اسمگلنگ کی شکایات؛ متاثرین کو فلاحی اداروں کو بھیجا جاتا ہے",
            "Complaints of trafficking in persons; victims referred to welfare departments",
        ),
        number="111-247-786",
    )
    return Guide(
        languages=languages,
        kicker=said(languages, *_USUAL["title"]),
        title=said(languages, "خوش آمدید، میزبان", "Welcome, host"),
        intro=said(languages, "کیا کیا کرنا ہے، اسی ترتیب سے۔", "What there is to do, in order."),
        entries=[number] * 6 if has_strips else [step] * 8,
        helpline_label=said(languages, *_USUAL["helpline_label"]),
        helpline=PHONE,
        note=said(languages, *_USUAL["note"]),
        has_strips=has_strips,
    )
