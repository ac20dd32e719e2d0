"""What holds everywhere; every value from outside is read here and nowhere else."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE

from config.settings.logs import LOGGING  # noqa: F401 - a setting
from config.settings.signing_in import *  # noqa: F403 - settings
from config.settings.uploads import *  # noqa: F403 - settings

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()
if (BASE_DIR / ".env").exists():
    env.read_env(str(BASE_DIR / ".env"))

# Everything the program writes: database, media, collected static files, mail as files.
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")
DEMO_REQUIRE_MFA = env.bool("DEMO_REQUIRE_MFA", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="")
# Earlier keys, the latest first: what they signed or sealed holds until they are taken away.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])
PORT = env.int("PORT", default=8000)
BASE_URL = env.str("BASE_URL", default=f"http://127.0.0.1:{PORT}").rstrip("/")
# How many proxies of our own stand in front: as many entries of X-Forwarded-For are believed.
PROXY_COUNT = env.int("PROXY_COUNT", default=0)
IS_HTTPS = BASE_URL.startswith("https://")

INSTALLED_APPS = [
    "config",
    "site_pages",
    "events",
    "campaigns",
    "messaging",
    "participants",
    "directory",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "anymail",
    "axes",
    "csp",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.security_policy",
    "config.middleware.utf8_only",
    "config.middleware.language_from_address",
    "config.middleware.shared_cache_policy",
    "config.middleware.TooManyTriesAnswered",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "config.staff_sessions.staff_sessions",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
    "config.middleware.words_for_refusals",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
CSRF_FAILURE_VIEW = "site_pages.views.errors.expired_form"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["directory.templatetags.words"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "site_pages.context.site",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Databases: one file by default; IMMEDIATE and WAL because the default mode
# answers "database is locked" as soon as two people register at once.
DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'hamqadam.sqlite3'}"),
}
DATABASES["default"]["ATOMIC_REQUESTS"] = False
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["ENGINE"] = "config.postgresql"
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # A row locked for half a minute must not hang a reader: give up and say so.
    # The URL may say otherwise, e.g. ?options=-c%20lock_timeout%3D60000
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault(
        "options", "-c lock_timeout=3000 -c statement_timeout=10000"
    )
    DATABASES["default"]["OPTIONS"]["connect_timeout"] = 5
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="")
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache"
        if REDIS_URL
        else "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": REDIS_URL or "hamqadam",
    }
}

# Languages: the address decides, never a cookie; the CMS itself is in English.
LANGUAGE_CODE = "ur"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("ur", "اردو"), ("en", "English")]
LANGUAGES_BIDI = ["ur", "ar", "fa", "he"]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Karachi"

# Whom a password alone lets in: the demonstration's own accounts, on its own machine, else nobody.
SECOND_FACTOR_EXCUSES = "demonstration" if DEMO and not DEMO_REQUIRE_MFA else "nobody"
# How long staff stay signed in without doing anything.
STAFF_IDLE_SECONDS = env.int("STAFF_IDLE_SECONDS", default=60 * 60)

SESSION_ENGINE = "config.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_SAVE_EVERY_REQUEST = False
# A borrowed phone: nothing outlasts the visit.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_AGE = None
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "config.stylesheet.StylesheetFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Mail goes to files until a provider is named, so that nothing is sent by accident.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Hamqadam <hello@hamqadam.invalid>")
EMAIL_FILE_PATH = str(VAR_DIR / "outbox")
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
if env.str("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
ANYMAIL = {
    name.removeprefix("ANYMAIL_"): value
    for name, value in env.ENVIRON.items()
    if name.startswith("ANYMAIL_")
}
if env.str("ANYMAIL_BACKEND", default=""):
    EMAIL_BACKEND = f"anymail.backends.{env.str('ANYMAIL_BACKEND')}.EmailBackend"

# Texts: an address of the provider library, "file" for files in var/outbox, nothing for nobody.
SMS_URL = env.str("SMS_URL", default="")
WHATSAPP_URL = env.str("WHATSAPP_URL", default="")
# Rupees for one part of a text, as the provider charges it; None while nobody has said.
SMS_PART_PRICE = Decimal(env.str("SMS_PART_PRICE")) if env.str("SMS_PART_PRICE", "") else None

# What the site says of itself, and how long it keeps people's details.
WAGTAIL_SITE_NAME = "Hamqadam"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_I18N_ENABLED = True
# Addresses are in English letters; an Urdu title makes none.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Times in the CMS are Pakistan's for everybody, as on the pages.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English")]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_WORKFLOW_ENABLED = True
# Approving the last step publishes both languages of a page, not the one alone.
WAGTAIL_FINISH_WORKFLOW_ACTION = "site_pages.services.approval.publish_approved"
TAGGIT_CASE_INSENSITIVE = True
RETENTION_DAYS = env.int("RETENTION_DAYS", default=90)
# Days for which a pledge is kept that nobody confirms.
PLEDGE_UNCONFIRMED_DAYS = env.int("PLEDGE_UNCONFIRMED_DAYS", default=14)
# Providers report messages that people send first: secrets that sign their notices, or nothing.
META_APP_SECRET = env.str("META_APP_SECRET", default="")
META_VERIFY_TOKEN = env.str("META_VERIFY_TOKEN", default="")
TWILIO_AUTH_TOKEN = env.str("TWILIO_AUTH_TOKEN", default="")
OWN_PAGE_IDLE_SECONDS = 30 * 60
SHARED_CACHE_SECONDS = env.int("SHARED_CACHE_SECONDS", default=300)
# Shown on every page, also when the database does not answer.
MAIN_HELPLINE_SLUG = env.str("MAIN_HELPLINE_SLUG", default="ssdo")
MAIN_HELPLINE = {
    "display": env.str("MAIN_HELPLINE_DISPLAY", default="0333-1110566"),
    "dial": env.str("MAIN_HELPLINE_DIAL", default="+923331110566"),
}
# Where the worker writes the help page, for the web server in front.
HELP_COPIES = VAR_DIR / "copies"
EXIT_ADDRESS = env.str("EXIT_ADDRESS", default="https://www.google.com/search?q=weather")

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# Two policies: the public site and the desk allow nothing inline; Wagtail's own
# admin cannot work so, and gets its looser one from config.middleware.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
ADMIN_CONTENT_SECURITY_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "microphone", "geolocation", "payment", "usb")
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "SAMEORIGIN"
# config.middleware sends X-Frame-Options itself, with two values.
SILENCED_SYSTEM_CHECKS = ["security.W002"]

if IS_HTTPS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^-/live$", r"^-/ready$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SENTRY_DSN = env.str("SENTRY_DSN", default="")
