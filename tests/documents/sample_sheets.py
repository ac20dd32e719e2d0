"""Sheets as people upload them, and sheets that nobody honest made."""

import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook


def workbook(rows: Iterable[Sequence[Any]], merged: str = "") -> bytes:
    """Return an XLSX file with these rows; `merged` is a range such as "B2:B3"."""
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    if merged:
        sheet.merge_cells(merged)
    stored = BytesIO()
    book.save(stored)
    return stored.getvalue()


def altered(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the workbook with one of its parts changed."""
    source, stored = zipfile.ZipFile(BytesIO(content)), BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data) if name.endswith(part) else data)
    return stored.getvalue()


def bomb() -> bytes:
    """Return a small file that unpacks to thirty megabytes."""
    return altered(workbook([["نام"]]), "app.xml", lambda data: data + b" " * 30_000_000)


def lying_bomb() -> bytes:
    """Return a file that unpacks to more than it claims."""
    content = altered(workbook([["نام"]]), "sheet1.xml", lambda data: data + b" " * 9_000_000)
    part = next(
        part
        for part in zipfile.ZipFile(BytesIO(content)).infolist()
        if part.filename.endswith("sheet1.xml")
    )
    claimed = (400).to_bytes(4, "little")
    return content.replace(part.file_size.to_bytes(4, "little"), claimed)


def entity_bomb() -> bytes:
    """Return a workbook whose sheet defines entities of entities."""
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    return altered(workbook([["نام"]]), "sheet1.xml", lambda data: head + data.partition(b"?>")[2])
