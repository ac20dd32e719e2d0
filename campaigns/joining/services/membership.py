"""Whether an organisation stands in the network, and that the public page is asked anew."""

from functools import partial

from django.conf import settings
from django.db import transaction
from wagtail.contrib.frontend_cache.utils import get_backends, purge_urls_from_cache

from campaigns.models import JoinApplication, Organisation

PAGES = ("/ur/network/", "/en/network/")


def set_membership(*, application: JoinApplication, is_in_network: bool) -> None:
    """Write whether the organisation of an application, if it has one, is in the network."""
    if application.organisation_id is None:
        return
    Organisation.objects.filter(pk=application.organisation_id).update(is_in_network=is_in_network)
    if get_backends():
        # In front stands a shared cache: it must not name who left.
        addresses = [settings.BASE_URL + page for page in PAGES]
        transaction.on_commit(partial(purge_urls_from_cache, addresses))
