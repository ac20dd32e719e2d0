"""What staff may upload: how large, which kinds, and who keeps it."""

WAGTAILIMAGES_IMAGE_MODEL = "directory.CampaignImage"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 8 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_DOCUMENT_MODEL = "directory.CampaignDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "directory.forms.DownloadForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["pdf"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
