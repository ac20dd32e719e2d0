"""The page that needs nothing: no template, no catalogue, no database."""

from django.conf import settings


def _page(language: str, direction: str, title: str, text: str, call: str) -> str:
    number, dial = settings.MAIN_HELPLINE["display"], settings.MAIN_HELPLINE["dial"]
    return (
        f'<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{title}</title></head><body>'
        f'<p><a href="tel:{dial}">{call} <bdi dir="ltr">{number}</bdi></a></p>'
        f'<h1>{title}</h1><p>{text}</p><p><a href="/{language}/leave/" rel="noreferrer">'
        f"{'یہ سائٹ فوراً چھوڑیں' if language == 'ur' else 'Leave this site quickly'}</a></p>"
        f"</body></html>"
    )


LAST_WORDS = {
    "ur": _page(
        "ur",
        "rtl",
        "کوئی خرابی پیش آ گئی ہے",
        "تھوڑی دیر بعد دوبارہ کوشش کریں۔",
        "مدد چاہیے؟ کال کریں",
    ),
    "en": _page(
        "en", "ltr", "Something went wrong", "Please try again shortly.", "Need help? Call"
    ),
}
