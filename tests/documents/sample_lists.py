"""Lists of invented people, mixed Urdu and Latin, as a desk would print them."""

from documents.lists import Column, ColumnKind, ListDocument, Row

NAMES = [
    "کوثر پروین",
    "Muhammad Ali Khan",
    "شگفتہ یاسمین",
    "محمد فضل الٰہی",
    "Kausar Bibi",
    "عبدالغفور (Abdul Ghafoor)",
    "ٹھیکیدار غلام مصطفیٰ",
    "Sr. Mary O’Brien",
    "صغریٰ بیگم",
    "ڀٽو ڪراچي ٻڌو",
    "حافظ محمد یعقوب بن عبدالرحمٰن الشیخوپوری",
    "Dr. Ayesha Siddiqa-Qureshi",
]
ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXYZ"


def reference(number: int) -> str:
    """Return a reference of the form LHE-7K2QF, another for each number."""
    letters = [ALPHABET[number * step % len(ALPHABET)] for step in (7, 11, 13)]
    return f"LHE-{''.join(letters)}{ALPHABET[number // 30 % 30]}{ALPHABET[number % 30]}"


def masked_phone(number: int) -> str:
    """Return what is left of a phone number on paper."""
    return f"•••• {1000 + number * 37 % 9000}"


def people(count: int) -> list[Row]:
    """Return rows 1 to `count`; every seventh is ticked, every fifth brings company."""
    return [
        Row(
            {
                "name": NAMES[number % len(NAMES)],
                "phone": masked_phone(number),
                "reference": reference(number),
            },
            second_line="ثمینہ گُل، Bilal Masih" if number % 5 == 0 else "",
            is_ticked=number % 7 == 0,
        )
        for number in range(1, count + 1)
    ]


def urdu_list(rows: list[Row], *, blank_rows: int = 0) -> ListDocument:
    """Return an Urdu list of these rows."""
    return ListDocument(
        language="ur",
        direction="rtl",
        eyebrow="شرکا کی فہرست",
        title="آگاہی واک، لاہور",
        running_line="آگاہی واک، لاہور · اتوار، 1 اگست 2027",
        lines=("اتوار، 1 اگست 2027، صبح 7:00 بجے", "ناصر باغ، مال روڈ"),
        columns=_columns("نمبر", "حاضر", "نام", "فون", "حوالہ نمبر", "دستخط"),
        rows=rows,
        page_pattern="صفحہ %(page)d از %(total)d",
        printed_line="پرنٹ: organiser-lahore، ہفتہ، 31 جولائی 2027، شام 6:05 بجے",
        confidential_line="صرف منتظمین کے لیے۔ تقریب کے بعد تلف کر دیں۔",
        summary=(("رجسٹریشن", str(len(rows))),),
        blank_rows=blank_rows,
        blank_heading="موقع پر رجسٹریشن",
    )


def english_list(rows: list[Row], *, blank_rows: int = 0) -> ListDocument:
    """Return an English list of these rows."""
    return ListDocument(
        language="en",
        direction="ltr",
        eyebrow="Attendee list",
        title="Awareness walk, Lahore",
        running_line="Awareness walk, Lahore · Sunday, 1 August 2027",
        lines=("Sunday, 1 August 2027, 7:00 am", "Nasser Bagh, Mall Road"),
        columns=_columns("No.", "Here", "Name", "Phone", "Reference", "Signature"),
        rows=rows,
        page_pattern="Page %(page)d of %(total)d",
        printed_line="Printed by organiser-lahore, Saturday, 31 July 2027, 6:05 pm",
        confidential_line="For organisers only. Destroy after the event.",
        summary=(("Registrations", str(len(rows))),),
        blank_rows=blank_rows,
        blank_heading="Walk-ins",
    )


def _columns(*headings: str) -> tuple[Column, ...]:
    number, tick, name, phone, code, signature = headings
    return (
        Column("number", number, 11, "center", ColumnKind.NUMBER),
        Column("tick", tick, 13, "center", ColumnKind.TICK),
        Column("name", name, kind=ColumnKind.NAME),
        Column("phone", phone, 24, "center", ColumnKind.CODE),
        Column("reference", code, 28, "center", ColumnKind.CODE),
        Column("signature", signature, 38, "center", ColumnKind.SIGNATURE),
    )
