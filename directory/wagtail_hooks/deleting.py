"""Deleting what others still refer to is refused in words, not with an error page."""

from typing import Any

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.snippets.views.snippets import DeleteView


class CarefulDeleteView(DeleteView):
    """Says what stands in the way."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Delete, or lead back to the form with the reason."""
        try:
            response: HttpResponse = super().post(request, *args, **kwargs)
        except ProtectedError:
            messages.error(
                request, f"“{self.object}” is still in use elsewhere and was not deleted."
            )
            return redirect(self.edit_url_name, self.object.pk)
        return response
